// What is kept of an article's wording.  In: an article's words.  Out: numbers of shingles.
// Tested by tests/stories/fingerprints_test.cpp.
#include "stories/fingerprints.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <string_view>

namespace dateline::stories {
namespace {

constexpr std::size_t kWords = 3;       // of a shingle
constexpr std::size_t kMostAside = 48;  // marks of title and captions
constexpr std::size_t kLetters = 4;

bool is_content(std::string_view word) {
  std::size_t letters = 0;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    if (base::is_ascii_digit(c) || byte >= 0xe3) return true;  // from there on words are short
    letters += (byte & 0xc0) != 0x80;
    if (letters == kLetters) return true;
  }
  return false;
}

std::uint64_t mix(std::uint64_t sum, std::uint64_t word) {
  sum = (sum ^ word) * 0x9e3779b97f4a7c15ULL;
  return sum ^ (sum >> 29);
}

// Shingles of a run of content words, numbered.
class Shingles {
 public:
  void add(std::uint64_t word) {
    last_[words_++ % kWords] = word;
    if (words_ < kWords) return;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < kWords; ++i) sum = mix(sum, last_[(words_ + i) % kWords]);
    numbers.push_back(static_cast<std::uint32_t>(sum >> 32));
  }
  void end_run() { words_ = 0; }

  std::vector<std::uint32_t> numbers;  // in text order

 private:
  std::array<std::uint64_t, kWords> last_{};
  std::size_t words_ = 0;
};

// Each once, where it first stands; ascending.
std::vector<Mark> marks_of(const std::vector<std::uint32_t>& numbers) {
  std::vector<std::uint64_t> places;  // the number, then where it stands
  places.reserve(numbers.size());
  for (const std::uint32_t number : numbers) {
    places.push_back(std::uint64_t{number} << 32 | places.size());
  }
  std::sort(places.begin(), places.end());
  std::vector<Mark> marks;
  for (const std::uint64_t place : places) {
    const auto number = static_cast<std::uint32_t>(place >> 32);
    if (!marks.empty() && marks.back().number == number) continue;
    const std::uint64_t at = place & 0xffffffff;
    marks.push_back({number, static_cast<std::uint8_t>(at * kParts / numbers.size())});
  }
  return marks;
}

std::size_t count_below(const std::vector<Mark>& marks, unsigned level) {
  const auto limit = std::uint64_t{1} << (32 - std::min(level, 32U));
  const auto is_below = [&](const Mark& mark) { return mark.number < limit; };
  return static_cast<std::size_t>(std::partition_point(marks.begin(), marks.end(), is_below) -
                                  marks.begin());
}

void keep_lowest(std::vector<Mark>& marks, Extent& extent) {
  extent.shingles = static_cast<std::uint32_t>(marks.size());
  while (count_below(marks, extent.level) > kMostMarks) ++extent.level;
  for (unsigned i = 0; i < kLevels; ++i) {
    extent.counts[i] = static_cast<std::uint32_t>(count_below(marks, extent.level + i));
  }
  marks.resize(extent.counts[0]);
}

}  // namespace

Fingerprints fingerprints(std::span<const analysis::Token> tokens) {
  Fingerprints result;
  Shingles body;
  Shingles aside;
  std::uint32_t passage = 0;
  for (const analysis::Token& token : tokens) {
    if (token.field == Field::kJunk) continue;
    const std::uint64_t word = token.form->hash;
    const bool in_body = token.field == Field::kBody;
    if (in_body) result.body = mix(result.body, word);
    if (!in_body && token.passage != passage) aside.end_run();
    if (is_content(token.form->exact)) (in_body ? body : aside).add(word);
    passage = token.passage;
  }
  result.marks = marks_of(body.numbers);
  keep_lowest(result.marks, result.extent);
  std::vector<Mark> others = marks_of(aside.numbers);
  others.resize(std::min(others.size(), kMostAside));
  for (Mark& mark : others) mark.part = kParts;
  result.marks.insert(result.marks.end(), others.begin(), others.end());
  return result;
}

}  // namespace dateline::stories
