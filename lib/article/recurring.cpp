// Counts the lines of sources in bounded memory.  In: hashes of lines.  Out: those that recur.
// Tested by tests/article/recurring_test.cpp.
#include "article/recurring.hpp"

#include "article/facts.hpp"
#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace dateline::article {
namespace {

constexpr std::uint32_t kFewestArticles = 12;
constexpr std::uint32_t kOneIn = 20;          // articles
constexpr std::uint32_t kManyArticles = 200;  // whatever their share
constexpr std::uint32_t kOwnLine = 3;         // a line of fewer articles may be the article's own

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  std::string host(url.substr(0, url.find_first_of("/?#")));
  for (char& c : host) c = base::ascii_lower(c);
  return host;
}

template <class Map>
std::vector<std::uint64_t> sorted_keys(const Map& map) {
  std::vector<std::uint64_t> keys;
  keys.reserve(map.size());
  for (const auto& entry : map) keys.push_back(entry.first);
  std::sort(keys.begin(), keys.end());
  return keys;
}

}  // namespace

std::string publisher_of(const Article& article) {
  if (const auto source = given_source(article)) return source->value;
  return article.url ? host_of(*article.url) : std::string();
}

const Boilerplate::Lines* Boilerplate::of(std::string_view publisher) const {
  if (sources_.empty()) return nullptr;
  const auto found = sources_.find(base::hash64(publisher));
  return found == sources_.end() ? nullptr : &found->second;
}

void Boilerplate::add(std::uint64_t source, std::uint64_t line, Recurrence recurrence) {
  sources_[source].emplace(line, recurrence);
}

// The article's longest line that is no boilerplate yet: copies, cut ones too, mostly have the same.
std::uint32_t LineCounts::mark_of(const Source& source, std::span<const SeenLine> lines) {
  SeenLine own;
  for (const SeenLine& line : lines) {
    if (line.words <= own.words) continue;
    const auto known = source.lines.find(line.hash);
    if (known == source.lines.end() || known->second.articles < kOwnLine) own = line;
  }
  return static_cast<std::uint32_t>(own.hash >> 32);
}

void LineCounts::add(std::string_view publisher, std::span<const SeenLine> lines) {
  if (lines_ + lines.size() > kMostLines || sources_.size() >= kMostSources) forget_rarest();
  Source& source = sources_[base::hash64(publisher)];
  const std::uint32_t mark = mark_of(source, lines);
  ++source.articles;
  for (const SeenLine& line : lines) {
    if (line.words == 0 || line.words > kMostWords || lines_ >= kMostLines) continue;
    const auto [known, is_new] = source.lines.try_emplace(line.hash);
    if (is_new) ++lines_;
    if (!is_new && known->second.mark == mark) continue;
    ++known->second.articles;
    known->second.mark = mark;
  }
}

// A line is in no more articles than its source has, so no line outlives its source.
void LineCounts::forget_rarest() {
  for (std::uint32_t few = 1; lines_ > kMostLines / 2 || sources_.size() > kMostSources / 2;
       ++few) {
    const auto is_rare = [few](const auto& entry) { return entry.second.articles <= few; };
    for (auto& [key, source] : sources_) {
      lines_ -= std::erase_if(source.lines, is_rare);
      source.lines.rehash(0);  // gives back the room
    }
    std::erase_if(sources_, is_rare);
  }
}

Boilerplate LineCounts::boilerplate() const {
  Boilerplate result;
  for (const auto& [key, source] : sources_) {
    const std::uint32_t share = (source.articles + kOneIn - 1) / kOneIn;
    const std::uint32_t fewest = std::max(kFewestArticles, std::min(kManyArticles, share));
    for (const auto& [line, count] : source.lines) {
      if (count.articles >= fewest) result.add(key, line, {count.articles, source.articles});
    }
  }
  return result;
}

std::string LineCounts::print() const {
  base::ByteWriter out;
  for (const std::uint64_t key : sorted_keys(sources_)) {
    const Source& source = sources_.at(key);
    out.fixed64(key);
    out.number(source.articles);
    out.number(source.lines.size());
    std::uint64_t before = 0;
    for (const std::uint64_t line : sorted_keys(source.lines)) {
      const Count& count = source.lines.at(line);
      out.number(line - std::exchange(before, line));
      out.number(count.articles);
      out.fixed32(count.mark);
    }
  }
  return out.take();
}

LineCounts LineCounts::read(std::string_view bytes) {
  LineCounts counts;
  for (base::ByteReader in(bytes, "counts of lines"); !in.done();) {
    Source& source = counts.sources_[in.fixed64()];
    source.articles = static_cast<std::uint32_t>(in.number());
    std::uint64_t line = 0;
    for (std::uint64_t left = in.number(); left > 0; --left) {
      line += in.number();
      Count& count = source.lines[line];
      count.articles = static_cast<std::uint32_t>(in.number());
      count.mark = in.fixed32();
    }
    counts.lines_ += source.lines.size();
  }
  return counts;
}

}  // namespace dateline::article
