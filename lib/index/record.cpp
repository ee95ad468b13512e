// Records as bytes: one description of each struct serves writing and reading, so they cannot differ.
// In: records or bytes.  Out: bytes or records.
// Tested by tests/index/record_test.cpp.
#include "index/record.hpp"

#include "base/bytes.hpp"
#include "base/hash.hpp"

#include <algorithm>
#include <bit>
#include <type_traits>

namespace dateline::index {
namespace {

template <class T>
concept Number = std::is_integral_v<T> || std::is_enum_v<T>;

// Writes what it is called with.
class Writing {
 public:
  template <Number T>
  void operator()(const T& value) {
    out_.number(static_cast<std::uint64_t>(value));
  }
  void operator()(const double& value) { out_.fixed64(std::bit_cast<std::uint64_t>(value)); }
  void operator()(const std::string& value) { out_.string(value); }
  std::string take() { return out_.take(); }

 private:
  base::ByteWriter out_;
};

// Reads into what it is called with.
class Reading {
 public:
  explicit Reading(std::string_view bytes) : in_(bytes, "article record") {}

  template <Number T>
  void operator()(T& value) {
    value = static_cast<T>(in_.number());
  }
  void operator()(double& value) { value = std::bit_cast<double>(in_.fixed64()); }
  void operator()(std::string& value) { value = in_.string(); }

 private:
  base::ByteReader in_;
};

template <class A, class R>
void describe_range(A& a, R& range) {
  a(range.begin);
  a(range.end);
}

template <class T>
void resize(std::vector<T>& values, std::uint64_t count) {
  values.clear();
  // Every element takes at least one byte, so a nonsense count runs into the end of the bytes.
  values.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(count, 1024)));
}

// Lists and optional values, by a description of their elements.
template <class T, class F>
void list(Writing& a, const std::vector<T>& values, F element) {
  a(values.size());
  for (const T& value : values) element(a, value);
}
template <class T, class F>
void list(Reading& a, std::vector<T>& values, F element) {
  std::uint64_t count = 0;
  a(count);
  resize(values, count);
  for (; count > 0; --count) element(a, values.emplace_back());
}
template <class T, class F>
void maybe(Writing& a, const std::optional<T>& value, F element) {
  a(value.has_value());
  if (value) element(a, *value);
}
template <class T, class F>
void maybe(Reading& a, std::optional<T>& value, F element) {
  bool is_there = false;
  a(is_there);
  value.reset();
  if (is_there) element(a, value.emplace());
}

constexpr auto kPlain = [](auto& a, auto& value) { a(value); };
constexpr auto kRange = [](auto& a, auto& range) { describe_range(a, range); };
constexpr auto kJudgement = [](auto& a, auto& judgement) {
  a(judgement.value);
  a(judgement.reason);
  maybe(a, judgement.range, kRange);
};

constexpr auto kBlock = [](auto& a, auto& block) {
  a(block.role);
  describe_range(a, block.range);
  a(block.reason);
};

template <class A, class T>
void describe_article(A& a, T& article) {
  a(article.id);
  a(article.text);
  for (auto* value :
       {&article.title, &article.date, &article.source, &article.url, &article.language}) {
    maybe(a, *value, kPlain);
  }
  list(a, article.authors, kPlain);
  list(a, article.extra, [](auto& in, auto& pair) {
    in(pair.first);
    in(pair.second);
  });
  list(a, article.marked, kBlock);
}

template <class A, class T>
void describe_page(A& a, T& page) {
  maybe(a, page.title, kJudgement);
  maybe(a, page.date, kJudgement);
  maybe(a, page.source, kJudgement);
  kJudgement(a, page.language);
  list(a, page.blocks, kBlock);
  list(a, page.dates, [](auto& in, auto& mention) {
    in(mention.date.year);
    in(mention.date.month);
    in(mention.date.day);
    describe_range(in, mention.range);
  });
}

template <class A, class T>
void describe_topic(A& a, T& topic) {
  a(topic.id);
  a(topic.score);
  list(a, topic.reasons, [](auto& in, auto& reason) {
    in(reason.text);
    describe_range(in, reason.range);
    in(reason.field);
  });
}

template <class A, class T>
void describe_quote(A& a, T& quote) {
  a(quote.kind);
  a(quote.speaker);
  describe_range(a, quote.name);
  describe_range(a, quote.verb);
  list(a, quote.spans, kRange);
  maybe(a, quote.addressee, kRange);
  a(quote.field);
  a(quote.confidence);
}

template <class A, class T>
void describe_record(A& a, T& record) {
  describe_article(a, record.article);
  describe_page(a, record.page);
  list(a, record.mentions, [](auto& in, auto& mention) {
    in(mention.actor);
    describe_range(in, mention.range);
    in(mention.passage);
    in(mention.word);
    in(mention.how);
  });
  list(a, record.unlisted, [](auto& in, auto& actor) {
    in(actor.id);
    in(actor.name);
    in(actor.kind);
    in(actor.confidence);
  });
  list(a, record.quotes, [](auto& in, auto& quote) { describe_quote(in, quote); });
  list(a, record.topics, [](auto& in, auto& topic) { describe_topic(in, topic); });
}

}  // namespace

std::string encode(const Record& record) {
  base::ByteWriter head;
  head.fixed64(record.fingerprint);
  Writing body;
  describe_record(body, record);
  return head.take() + body.take();
}

std::uint64_t fingerprint_of(std::string_view bytes) {
  return base::ByteReader(bytes, "article record").fixed64();
}

Record decode(std::string_view bytes) {
  Record record;
  record.fingerprint = fingerprint_of(bytes);
  Reading body(bytes.substr(sizeof(std::uint64_t)));
  describe_record(body, record);
  return record;
}

std::uint64_t fingerprint(const Article& article) {
  Writing bytes;
  describe_article(bytes, article);
  return base::hash64(bytes.take());
}

}  // namespace dateline::index
