// Reads one record of a JSON Lines file.  In: the line.  Out: the article, and what is wrong with it.
// What is of a wrong type or cannot be read is kept among the extra values: nothing is lost.
// Tested by tests/article/record_test.cpp.
#include "article/record.hpp"

#include "article/date_text.hpp"
#include "article/tokens.hpp"
#include "base/json.hpp"
#include "base/utf8.hpp"

#include <dateline/error.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace dateline::article {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

std::size_t replace_nul(std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = text.find('\0'); at != std::string::npos; at = text.find('\0', at)) {
    text.replace(at, 1, kReplacement);
    ++count;
  }
  return count;
}

bool is_blank(std::string_view text) {
  return trim(text, {0, text.size()}).empty();
}

bool has_control(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
  }
  return false;
}

class Record {
 public:
  Record(const base::Json::Object& object, const Complain& complain)
      : object_(object), complain_(complain) {}

  Article read() {
    for (const auto& [key, value] : object_) set(key, value);
    if (nuls_ > 0) complain_("NUL characters were replaced by U+FFFD");
    return std::move(article_);
  }

 private:
  void set(const std::string& key, const base::Json& value) {
    if (auto* const field = field_named(key)) {
      set_field(key, value, *field);
    } else if (key == "id") {
      set_text(key, value, article_.id, true);
    } else if (key == "text") {
      set_text(key, value, article_.text, false);
    } else if (key == "authors") {
      set_authors(key, value);
    } else {
      keep(key, value);
    }
  }

  std::optional<std::string>* field_named(std::string_view key) {
    const std::pair<std::string_view, std::optional<std::string>*> fields[] = {
        {"title", &article_.title},
        {"date", &article_.date},
        {"source", &article_.source},
        {"url", &article_.url},
        {"language", &article_.language}};
    for (const auto& [name, field] : fields) {
      if (name == key) return field;
    }
    return nullptr;
  }

  void set_field(const std::string& key, const base::Json& value,
                 std::optional<std::string>& field) {
    std::string text;
    set_text(key, value, text, key == "date");
    if (is_blank(text)) return;
    if (key == "date" && !read_date(text)) {
      complain_("\"date\" cannot be read as a date; it is kept among the extra values");
      keep(key, value);
      return;
    }
    field = std::move(text);
  }

  // A number is taken as its text where that makes sense.
  void set_text(const std::string& key, const base::Json& value, std::string& text, bool numbers) {
    if (value.is_null()) return;
    const bool number = value.integer() != nullptr || value.real() != nullptr;
    if (value.string() != nullptr) {
      text = *value.string();
    } else if (numbers && number) {
      text = value.dump();
    } else {
      refuse(key, value, "no string");
    }
    nuls_ += replace_nul(text);
  }

  void set_authors(const std::string& key, const base::Json& value) {
    if (value.string() != nullptr || value.is_null()) {
      add_author(value);
      return;
    }
    const auto* const array = value.array();
    const bool strings =
        array != nullptr && std::all_of(array->begin(), array->end(), [](const base::Json& author) {
          return author.string() != nullptr || author.is_null();
        });
    if (!strings) {
      refuse(key, value, "neither a string nor a list of strings");
      return;
    }
    for (const base::Json& author : *array) add_author(author);
  }

  void add_author(const base::Json& value) {
    std::string author;
    set_text("authors", value, author, false);
    if (!is_blank(author)) article_.authors.push_back(std::move(author));
  }

  void refuse(const std::string& key, const base::Json& value, std::string_view reason) {
    complain_("\"" + key + "\" is " + std::string(reason) + "; it is kept among the extra values");
    keep(key, value);
  }

  void keep(std::string key, const base::Json& value) {
    nuls_ += replace_nul(key);
    article_.extra.emplace_back(std::move(key), value.dump());
  }

  const base::Json::Object& object_;
  const Complain& complain_;
  Article article_;
  std::size_t nuls_ = 0;
};

// What is no JSON only for half a surrogate pair is read with U+FFFD in its place.
std::optional<base::Json> parse(std::string_view line, const Complain& complain) {
  std::string problem;
  try {
    return base::Json::parse(line);
  } catch (const Error& error) {
    problem = error.what();
  }
  std::size_t replaced = 0;
  const std::string mended = base::Json::mend_surrogates(line, replaced);
  try {
    if (replaced > 0) {
      auto json = base::Json::parse(mended);
      complain("half a surrogate pair was replaced by U+FFFD in " + std::to_string(replaced) +
               (replaced == 1 ? " place" : " places"));
      return json;
    }
  } catch (const Error& error) {
    problem = error.what();
  }
  complain("skipped: " + problem);
  return std::nullopt;
}

// What a record is called that has neither of the keys that are searched.
std::string unknown_keys(const base::Json::Object& object) {
  constexpr std::size_t kMostKeys = 8;
  constexpr std::size_t kMostBytes = 40;
  std::string found;
  for (std::size_t i = 0; i < std::min(object.size(), kMostKeys); ++i) {
    const std::string& key = object[i].first;
    found += (i == 0 ? "\"" : ", \"") +
             key.substr(0, base::floor_boundary(key, std::min(key.size(), kMostBytes))) + "\"";
  }
  if (object.size() > kMostKeys) found += ", ...";
  return "skipped: the record has neither \"text\" nor \"title\" but " +
         (found.empty() ? "no key at all" : found) +
         "; the keys are id, title, text, date, source, url, language, authors";
}

bool is_searchable(const base::Json& json) {
  return json.find("text") != nullptr || json.find("title") != nullptr;
}

// The line as UTF-8 without NUL bytes; `repaired` holds it where it had to be changed.
std::string_view repair(std::string_view line, std::string& repaired, const Complain& complain) {
  if (!base::is_utf8(line)) {
    std::size_t replaced = 0;
    repaired = base::repair_utf8(line, replaced);
    line = repaired;
    complain("invalid UTF-8 was replaced by U+FFFD in " + std::to_string(replaced) +
             (replaced == 1 ? " place" : " places"));
  }
  if (line.find('\0') != std::string_view::npos) {
    repaired.assign(line);
    replace_nul(repaired);
    line = repaired;
    complain("NUL bytes were replaced by U+FFFD");
  }
  return line;
}

}  // namespace

std::optional<Article> read_record(std::string_view line, std::string_view fallback_id,
                                   const Complain& complain) {
  std::string repaired;
  const auto json = parse(repair(line, repaired, complain), complain);
  if (!json) return std::nullopt;
  if (json->object() == nullptr) {
    complain("skipped: the record is no JSON object");
    return std::nullopt;
  }
  if (!is_searchable(*json)) {
    complain(unknown_keys(*json->object()));
    return std::nullopt;
  }
  Article article = Record(*json->object(), complain).read();
  if (is_blank(article.id)) article.id = fallback_id;
  if (!is_usable(article, complain)) return std::nullopt;
  return article;
}

bool is_usable(Article& article, const Complain& complain) {
  const Range inner = trim(article.id, {0, article.id.size()});
  article.id = article.id.substr(inner.begin, inner.size());
  if (article.id.size() > kMaxId) {
    complain("skipped: the id is longer than " + std::to_string(kMaxId) + " bytes");
    return false;
  }
  if (has_control(article.id)) {
    complain("skipped: the id holds a control character");
    return false;
  }
  if (is_blank(article.text) && (!article.title || is_blank(*article.title))) {
    complain("skipped: title and text are both empty");
    return false;
  }
  return true;
}

}  // namespace dateline::article
