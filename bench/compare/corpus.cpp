// Draws words.  In: a seed.  Out: articles, questions.
#include "compare/corpus.hpp"

#include <array>
#include <cctype>
#include <cmath>
#include <sstream>

namespace compare {
namespace {

constexpr double kVocabulary = 600'000;
constexpr double kRepeated = 0.25;  // the share of words that the article had before
constexpr std::uint64_t kWordsAtLeast = 20;
constexpr std::uint64_t kWordsMore = 120;

// Sebastiano Vigna's splitmix64: the same numbers on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
  }
  std::uint64_t below(std::uint64_t limit) { return next() % limit; }
  double share() { return static_cast<double>(next() >> 11) * 0x1p-53; }

 private:
  std::uint64_t state_;
};

// Ranks by Zipf's law with exponent 1, shifted so that the first words are not too common.
std::uint64_t zipf(Random& random) {
  constexpr double kShift = 3;
  const double most = std::log((kVocabulary + kShift) / kShift);
  return static_cast<std::uint64_t>(kShift * std::exp(random.share() * most) - kShift);
}

// Common words are short.
std::string spell(std::uint64_t rank) {
  constexpr std::string_view kConsonants = "bdfgklmnprstvz";
  constexpr std::string_view kVowels = "aeiou";
  std::string word;
  for (std::uint64_t rest = rank + 1; rest > 0;) {
    const std::uint64_t syllable = rest % 70;
    word += kConsonants[syllable / 5];
    word += kVowels[syllable % 5];
    rest /= 70;
  }
  return word;
}

std::vector<std::uint64_t> draw(Random& random, std::size_t count) {
  std::vector<std::uint64_t> ranks;
  while (ranks.size() < count) {
    const bool again = !ranks.empty() && random.share() < kRepeated;
    ranks.push_back(again ? ranks[random.below(ranks.size())] : zipf(random));
  }
  return ranks;
}

std::string sentence(const std::vector<std::uint64_t>& ranks, Random& random) {
  std::string text;
  bool first = true;
  for (const std::uint64_t rank : ranks) {
    std::string word = spell(rank);
    if (first) word[0] = static_cast<char>(std::toupper(word[0]));
    first = random.below(14) == 0;
    text += (text.empty() ? "" : " ") + word + (first ? "." : "");
  }
  return text;
}

}  // namespace

Articles make_articles(std::uint64_t seed, std::size_t count) {
  Random random(seed);
  Articles articles(count);
  for (std::size_t i = 0; i < count; ++i) {
    articles[i].id = std::to_string(i);
    articles[i].title = sentence(draw(random, 1 + random.below(4)), random);
    articles[i].text = sentence(draw(random, kWordsAtLeast + random.below(kWordsMore)), random);
  }
  return articles;
}

std::vector<std::string> make_questions(std::uint64_t seed, const Articles& articles,
                                        std::size_t count, bool phrases) {
  Random random(seed);
  std::vector<std::string> questions;
  while (questions.size() < count && !articles.empty()) {
    std::istringstream text(articles[random.below(articles.size())].text);
    std::vector<std::string> words;
    for (std::string word; text >> word;) words.push_back(word);
    const std::size_t wanted = 2 + random.below(3);
    if (words.size() < wanted) continue;
    const std::size_t begin = random.below(words.size() - wanted + 1);
    std::string question;
    for (std::size_t i = 0; i < wanted; ++i) {
      const std::string& word = words[phrases ? begin + i : random.below(words.size())];
      question += (i == 0 ? "" : " ") + word.substr(0, word.find('.'));
    }
    questions.push_back(question);
  }
  return questions;
}

}  // namespace compare
