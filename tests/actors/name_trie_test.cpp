#include "actors/name_trie.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::actors {
namespace {

constexpr std::size_t kAny = std::numeric_limits<std::size_t>::max();

class Trie {
 public:
  explicit Trie(const std::vector<std::string_view>& names) {
    for (const std::string_view name : names) add(name, {number_++, How::kName, false});
  }
  void add(std::string_view name, Meaning meaning) { trie_.add(name, meaning, breaker_); }

  // The text of the longest name at the first word, and how many words it has: "Donald Trump/2".
  std::string at_first_word(std::string_view text, std::size_t most = kAny) {
    std::vector<Range> words;
    breaker_.find(text, words);
    const auto match = trie_.longest(text, words, most);
    if (!match) return "";
    return std::string(text.substr(match->range.begin, match->range.size())) + "/" +
           std::to_string(match->words);
  }
  std::vector<ActorNumber> meant(std::string_view text) {
    std::vector<Range> words;
    breaker_.find(text, words);
    const auto match = trie_.longest(text, words, kAny);
    std::vector<ActorNumber> actors;
    if (!match) return actors;
    for (const Meaning& meaning : *match->meanings) actors.push_back(meaning.actor);
    return actors;
  }

 private:
  text::WordBreaker breaker_;
  NameTrie trie_;
  ActorNumber number_ = 0;
};

struct NameTrieRow {
  std::string_view text;
  std::string_view match;
};

void expect_matches(Trie& trie, const std::vector<NameTrieRow>& rows) {
  for (const NameTrieRow& row : rows)
    EXPECT_EQ(trie.at_first_word(row.text), row.match) << row.text;
}

TEST(NameTrie, FindsTheLongestName) {
  Trie trie({"Trump", "Trump Tower", "Trump Tower Moscow Project", "Donald Trump"});
  expect_matches(trie, {{"Trump said", "Trump/1"},
                        {"Trump Tower", "Trump Tower/2"},
                        {"Trump Tower Moscow was", "Trump Tower/2"},
                        {"Trump Tower Moscow Project.", "Trump Tower Moscow Project/4"},
                        {"Donald said", ""},
                        {"Donald", ""},
                        {"Tower", ""}});
  EXPECT_EQ(trie.at_first_word("Trump Tower Moscow Project", 3), "Trump Tower/2");
  EXPECT_EQ(trie.at_first_word("Trump Tower", 1), "Trump/1");
  EXPECT_EQ(trie.at_first_word("Trump Tower", 0), "");
}

TEST(NameTrie, AnyWhiteSpaceMayStandInAName) {
  Trie trie({"Donald Trump"});
  expect_matches(trie, {{"Donald\n               Trump", "Donald\n               Trump/2"},
                        {"Donald ..... ..... Trump", ""}});
}

TEST(NameTrie, NamesKeepTheirCase) {
  Trie trie({"US", "Turkey", "Trump"});
  expect_matches(trie, {{"US", "US/1"}, {"us", ""}, {"Us", ""}, {"turkey", ""}, {"TRUMP", ""}});
}

TEST(NameTrie, PossessivesAreNotPartOfTheName) {
  Trie trie({"Trump", "Donald Trump", "McDonald's", "Ukraine's president", "Zoë"});
  expect_matches(trie, {{"Trump's plan", "Trump/1"},
                        {"Trump’s plan", "Trump/1"},
                        {"Trump'S PLAN", "Trump/1"},
                        {"Donald Trump’s", "Donald Trump/2"},
                        {"Donald's", ""},
                        {"Trump'd", ""},
                        {"McDonald's", "McDonald's/1"},
                        {"McDonald’s", "McDonald’s/1"},
                        {"Ukraine's president", "Ukraine's president/2"},
                        {"Ukraine’s president", "Ukraine’s president/2"},
                        {"Zoë’s", "Zoë/1"}});
}

TEST(NameTrie, ApostrophesOfBothKindsAreTheSame) {
  Trie trie({"O'Rourke", "Beto O’Rourke"});
  expect_matches(trie, {{"O'Rourke", "O'Rourke/1"},
                        {"O’Rourke’s", "O’Rourke/1"},
                        {"Beto O'Rourke", "Beto O'Rourke/2"}});
}

TEST(NameTrie, AShortenedNameNeedsItsFullStop) {
  Trie trie({"Mo.", "Va.", "Va"});
  expect_matches(trie, {{"Mo. voters", "Mo/1"}, {"Mo voters", ""}, {"Va voters", "Va/1"}});
}

TEST(NameTrie, AnyWhiteSpaceJoinsWords) {
  Trie trie({"Donald Trump", "New York"});
  expect_matches(trie, {{"Donald\nTrump", "Donald\nTrump/2"},
                        {"Donald \r\n\tTrump", "Donald \r\n\tTrump/2"},
                        {"Donald\xC2\xA0Trump", "Donald\xC2\xA0Trump/2"},
                        {"Donald\xE2\x80\x89Trump", "Donald\xE2\x80\x89Trump/2"},
                        {"Donald, Trump", ""},
                        {"Donald. Trump", ""},
                        {"Donald-Trump", ""},
                        {"New—York", ""},
                        {"New York–based", "New York/2"}});
}

TEST(NameTrie, HyphensAndStopsAreWhatTheyAreInTheName) {
  Trie trie({"US", "U.S.", "Saint-Exupéry", "Donald J. Trump", "AT&T", "Yahoo!"});
  expect_matches(trie, {{"US-led", "US/1"},
                        {"U.S.-led", "U.S/1"},
                        {"U.S. troops", "U.S/1"},
                        {"U.S.’s", "U.S/1"},
                        {"U.S’s", "U.S/1"},
                        {"Saint-Exupéry", "Saint-Exupéry/2"},
                        {"Saint Exupéry", ""},
                        {"Donald J. Trump", "Donald J. Trump/3"},
                        {"Donald J Trump", ""},
                        {"AT&T's", "AT&T/2"},
                        {"Yahoo said", "Yahoo/1"}});
}

TEST(NameTrie, OneNameMayMeanSeveral) {
  Trie trie({"Georgia", "Georgia", "Kyiv"});
  EXPECT_EQ(trie.meant("Georgia"), (std::vector<ActorNumber>{0, 1}));
  trie.add("Kyiv", {2, How::kMetonym, false});
  EXPECT_EQ(trie.meant("Kyiv"), (std::vector<ActorNumber>{2})) << "one actor once, as named first";
}

TEST(NameTrie, WhoHasANameIsMeantWhoeverElseItIsNot) {
  for (const bool not_first : {true, false}) {
    Trie trie({});
    if (not_first) trie.add("Bank of America", {0, How::kName, true});
    trie.add("Bank of America", {1, How::kName, false});
    if (!not_first) trie.add("Bank of America", {0, How::kName, true});
    EXPECT_EQ(trie.meant("Bank of America"), (std::vector<ActorNumber>{1}));
  }
}

TEST(NameTrie, NothingIsNoName) {
  Trie trie({"", "...", " "});
  EXPECT_EQ(trie.at_first_word("a"), "");
  EXPECT_EQ(Trie({}).at_first_word("a b c"), "");
}

}  // namespace
}  // namespace dateline::actors
