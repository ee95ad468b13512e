#include "analysis/one_article.hpp"

#include "analysis/plan.hpp"
#include "analysis/sample.hpp"
#include "analysis/terms.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {
namespace {

using Kind = TermTree::Kind;

class Sample {
 public:
  explicit Sample(std::vector<std::pair<Field, std::string>> parts)
      : catalog_(actors::load_catalog(actors::kSampleActors)),
        rules_(sample_rules()),
        article_(std::move(parts), rules_, "en", &catalog_),
        one_(article_.analysis, article_.analyzer.terms(),
             {language_term("en"), source_term("AFP")}, DayRange{20143, 20143}) {}

  // "word [peace], phrase [peace talks]"; "-" where the article does not match.
  std::string ask(std::string_view query) {
    const TermTree tree = planned(query);
    const auto places = one_.places(tree);
    if (!one_.matches(tree)) return places.empty() ? "-" : "places without a match";
    std::string line;
    for (const Place& place : places) {
      const std::string_view text = article_.passages.get()[place.passage].text;
      line.append(line.empty() ? "" : ", ").append(what_name(place.what)).append(" [");
      line.append(text.substr(place.range.begin, place.range.size())).append("]");
    }
    return line;
  }

 private:
  TermTree planned(std::string_view query) {
    trees_.push_back(plan(parse_query(query).query,
                          {&planner_, &catalog_, [](std::string_view) { return std::nullopt; }, {}})
                         .tree);
    return trees_.back();
  }

  actors::Catalog catalog_;
  Rules rules_;
  Analyzed article_;
  Analyzer planner_{rules_};
  OneArticle one_;
  std::vector<TermTree> trees_;
};

struct OneArticleRow {
  std::string_view query;
  std::string_view answer;
};

void expect_answers(Sample& sample, const std::vector<OneArticleRow>& rows) {
  for (const OneArticleRow& row : rows) EXPECT_EQ(sample.ask(row.query), row.answer) << row.query;
}

Sample article() {
  return Sample({{Field::kTitle, "Peace talks in Kyiv"},
                 {Field::kBody, "Negotiators met. The US wants peace; talks go on, Putin says."},
                 {Field::kBody, "Talks about peace and the U.S. economy. They told us."},
                 {Field::kCaption, "Vladimir Putin at the talks"},
                 {Field::kJunk, "Subscribe to peace"}});
}

TEST(OneArticle, FindsWordsInTitleAndBody) {
  Sample sample = article();
  expect_answers(sample, {{"negotiator", "word [Negotiators]"},
                          {"peace", "word [Peace], word [peace], word [peace]"},
                          {"\"negotiator\"", "-"},
                          {"\"negotiators\"", "word [Negotiators]"},
                          {"negotiat*", "prefix [Negotiators]"},
                          {"subscribe", "-"},
                          {"economy weather", "word [economy]"},
                          {"weather", "-"}});
}

TEST(OneArticle, FindsPhrasesAndNearness) {
  Sample sample = article();
  expect_answers(sample, {{"\"peace talks\"", "phrase [Peace talks], phrase [peace; talks]"},
                          {"\"talks peace\"", "-"},
                          {"\"kyiv negotiators\"", "-"},
                          {"\"says talks\"", "-"},
                          {"negotiator NEAR/4 peace", "-"},
                          {"negotiator NEAR/5 peace", "near [Negotiators], near [peace]"},
                          {"peace ONEAR/5 negotiator", "-"},
                          {"negotiator ONEAR/5 peace", "near [Negotiators], near [peace]"},
                          {"\"peace talks\" NEAR/3 putin", "-"},
                          {"\"peace talks\" NEAR/5 putin", "near [peace], near [Putin]"},
                          {"actor:vladimir-putin NEAR/4 talks", "near [Putin], near [Talks]"}});
}

TEST(OneArticle, KeepsFieldsApart) {
  Sample sample = article();
  expect_answers(sample, {{"title:peace", "word [Peace]"},
                          {"title:negotiators", "-"},
                          {"body:kyiv", "-"},
                          {"body:peace", "word [peace], word [peace]"},
                          {"caption:talks", "word [talks]"},
                          {"caption:peace", "-"},
                          {"junk:peace", "word [peace]"},
                          {"title:\"peace talks\"", "phrase [Peace talks]"},
                          {"body:\"peace talks\"", "phrase [peace; talks]"},
                          {"caption:\"putin at\"", "phrase [Putin at]"}});
}

TEST(OneArticle, ThePronounIsNotTheCountry) {
  Sample sample = article();
  expect_answers(sample, {{"US", "word [US], actor [US], word [U.S], actor [U.S]"},
                          {"\"us\"", "word [us]"},
                          {"\"US\"", "word [US], word [U.S]"},
                          {"actor:us", "actor [US], actor [U.S]"},
                          {"us", "actor [US], actor [U.S], word [us]"}});
}

TEST(OneArticle, CombinesAsAsked) {
  Sample sample = article();
  expect_answers(sample, {{"negotiator AND economy", "word [Negotiators], word [economy]"},
                          {"negotiator AND weather", "-"},
                          {"negotiator OR weather", "word [Negotiators]"},
                          {"negotiator -weather", "word [Negotiators]"},
                          {"negotiator -economy", "-"},
                          {"+negotiator weather", "word [Negotiators]"},
                          {"negotiator +weather", "-"},
                          {"NOT weather", ""},
                          {"NOT peace", "-"}});
}

TEST(OneArticle, PlacesOfPartsThatDidNotMatchAreNotShown) {
  Sample sample = article();
  expect_answers(sample, {{"economy OR (negotiator AND weather)", "word [economy]"},
                          {"economy OR (negotiator AND NOT peace)", "word [economy]"},
                          {"economy OR (+weather negotiator)", "word [economy]"},
                          {"economy OR (negotiator NEAR/2 peace)", "word [economy]"}});
}

TEST(OneArticle, FiltersAndDatesMatchWithoutPlaces) {
  Sample sample = article();
  expect_answers(sample, {{"source:afp", ""},
                          {"source:AFP", ""},
                          {"source:reuters", "-"},
                          {"lang:en", ""},
                          {"lang:de", "-"},
                          {"date:2025-02-24", ""},
                          {"date:2025-02", ""},
                          {"date:2025-02-25", "-"},
                          {"since:2025-02-24", ""},
                          {"until:2025-02-23", "-"},
                          {"economy source:afp", "word [economy]"},
                          {"economy source:reuters", "-"}});
}

TEST(OneArticle, ActorsInCaptionsAreFound) {
  Sample sample = article();
  expect_answers(sample, {{"actor:putin", "actor [Putin], actor [Vladimir Putin]"},
                          {"caption:(putin NEAR/3 talks)", "near [Putin], near [talks]"},
                          {"actor:kyiv", "actor [Kyiv]"}});
}

TEST(OneArticle, AnArticleWithoutADateMatchesNoDate) {
  const Rules rules = sample_rules();
  const Analyzed article({{Field::kBody, "x"}}, rules);
  const OneArticle one(article.analysis, article.analyzer.terms(), {}, std::nullopt);
  TermTree tree;
  tree.kind = Kind::kPublished;
  EXPECT_FALSE(one.matches(tree));
}

TEST(OneArticle, ADateThatMayLieOutsideDoesNotMatch) {
  const Rules rules = sample_rules();
  const Analyzed article({{Field::kBody, "x"}}, rules);
  const OneArticle one(article.analysis, article.analyzer.terms(), {},
                       DayRange{20120, 20147});  // 2025-02
  TermTree tree;
  tree.kind = Kind::kPublished;
  for (const auto& [first, last, matches] :
       {std::tuple{20120, 20147, true}, std::tuple{20121, 20147, false},
        std::tuple{20120, 20146, false}, std::tuple{-300000, 300000, true}}) {
    tree.days = {first, last};
    EXPECT_EQ(one.matches(tree), matches) << first << " " << last;
  }
}

// The same tree over nothing but the postings, by looking at every choice.
class Naive {
 public:
  Naive(const Analyzed& article, std::vector<std::string> filters, DayRange published)
      : filters_(std::move(filters)), published_(published) {
    for (const Posting& posting : article.analysis.postings) {
      terms_[std::string(article.analyzer.terms()[posting.term])].insert(posting.position);
    }
  }

  bool matches(const TermTree& tree) const {
    const auto yes = [this](const TermTree& part) { return matches(part); };
    const auto& parts = tree.parts;
    switch (tree.kind) {
      case Kind::kNothing:
        return false;
      case Kind::kEverything:
        return true;
      case Kind::kSum:
      case Kind::kBest:
        return std::any_of(parts.begin(), parts.end(), yes);
      case Kind::kAll:
        return std::all_of(parts.begin(), parts.end(), yes);
      case Kind::kRequired:
      case Kind::kUnscored:
        return yes(parts[0]);
      case Kind::kExcept:
        return yes(parts[0]) && std::none_of(parts.begin() + 1, parts.end(), yes);
      case Kind::kPublished:
        return tree.days.first <= published_.first && published_.last <= tree.days.last;
      case Kind::kTerm:
        if (std::count(filters_.begin(), filters_.end(), tree.term) > 0) return true;
        break;
      default:
        break;
    }
    return !positions(tree).empty();
  }

 private:
  using Set = std::set<std::uint32_t>;

  Set positions(const TermTree& tree) const {
    Set result;
    switch (tree.kind) {
      case Kind::kTerm:
      case Kind::kPrefix:
        for (const auto& [term, places] : terms_) {
          const bool fits = tree.kind == Kind::kTerm
                                ? term == tree.term
                                : term.compare(0, tree.term.size(), tree.term) == 0;
          for (const std::uint32_t place : places) {
            if (fits && (!tree.body_only || place >= 128)) result.insert(place);
          }
        }
        return result;
      case Kind::kPhrase:
      case Kind::kNear: {
        std::vector<Set> parts;
        for (const TermTree& part : tree.parts) parts.push_back(positions(part));
        choose(tree, parts, {}, result);
        return result;
      }
      default:
        for (const TermTree& part : tree.parts) result.merge(positions(part));
        return result;
    }
  }

  void choose(const TermTree& tree, const std::vector<Set>& parts,
              std::vector<std::uint32_t> chosen, Set& out) const {
    if (chosen.size() == parts.size()) {
      if (fits(tree, chosen)) out.insert(*std::min_element(chosen.begin(), chosen.end()));
      return;
    }
    chosen.push_back(0);
    for (const std::uint32_t place : parts[chosen.size() - 1]) {
      chosen.back() = place;
      choose(tree, parts, chosen, out);
    }
  }

  static bool fits(const TermTree& tree, const std::vector<std::uint32_t>& chosen) {
    for (std::size_t i = 1; i < chosen.size(); ++i) {
      if (tree.kind == Kind::kPhrase && chosen[i] != chosen[i - 1] + 1) return false;
      if (tree.ordered && chosen[i] <= chosen[i - 1]) return false;
    }
    const Set distinct(chosen.begin(), chosen.end());
    return tree.kind == Kind::kPhrase || (distinct.size() == chosen.size() &&
                                          *distinct.rbegin() - *distinct.begin() <= tree.distance);
  }

  std::map<std::string, Set> terms_;
  std::vector<std::string> filters_;
  DayRange published_;
};

class RandomTrees {
 public:
  explicit RandomTrees(std::mt19937& random) : random_(random) {}

  TermTree any(int depth) {
    if (depth == 0 || one_in(4)) return one_in(3) ? joined() : one_in(6) ? other() : leaf();
    constexpr Kind kKinds[] = {Kind::kSum,      Kind::kBest,   Kind::kAll,
                               Kind::kRequired, Kind::kExcept, Kind::kUnscored};
    TermTree tree;
    tree.kind = kKinds[random_() % std::size(kKinds)];
    const std::size_t count = tree.kind == Kind::kUnscored ? 1 : 1 + random_() % 3;
    for (std::size_t i = 0; i < count; ++i) tree.parts.push_back(any(depth - 1));
    return tree;
  }

 private:
  bool one_in(unsigned n) { return random_() % n == 0; }

  TermTree leaf() {
    constexpr std::string_view kTerms[] = {"peac",  "talk",  "war",   "=peace", "=talks", "Tpeac",
                                           "T=war", "Cpeac", "Jtalk", "Aus",    "CAus",   "us.",
                                           "us",    "Akyiv", "none",  "C=war",  "Len"};
    constexpr std::string_view kPrefixes[] = {"=", "=p", "=ta", "T=", "C=w", "p", "=none"};
    TermTree tree = term_leaf(std::string(kTerms[random_() % std::size(kTerms)]), What::kWord, "x");
    if (one_in(5)) {
      tree.kind = Kind::kPrefix;
      tree.term = kPrefixes[random_() % std::size(kPrefixes)];
    }
    tree.body_only = one_in(6);
    return tree;
  }

  TermTree joined() {
    TermTree tree;
    tree.kind = one_in(2) ? Kind::kPhrase : Kind::kNear;
    tree.what = tree.kind == Kind::kPhrase ? What::kPhrase : What::kNear;
    tree.distance = static_cast<unsigned>(random_() % 8);
    tree.ordered = tree.kind == Kind::kNear && one_in(2);
    for (std::size_t count = 2 + random_() % 2; count > 0; --count) {
      TermTree part = leaf();
      if (one_in(3)) part = combine(Kind::kBest, {std::move(part), leaf()});
      if (one_in(8)) part = combine(Kind::kPhrase, {leaf(), leaf()});
      tree.parts.push_back(std::move(part));
    }
    return tree;
  }

  TermTree other() {
    TermTree tree;
    constexpr Kind kKinds[] = {Kind::kNothing, Kind::kEverything, Kind::kPublished};
    tree.kind = kKinds[random_() % 3];
    tree.days = one_in(2) ? DayRange{0, 10} : DayRange{};
    return tree;
  }

  std::mt19937& random_;
};

std::vector<std::pair<Field, std::string>> random_parts(std::mt19937& random) {
  constexpr std::string_view kWords[] = {"peace", "talks", "war",   "US",     "us", "Kyiv",
                                         "in",    "the",   "Peace", "talk's", "—",  "U.S."};
  constexpr Field kFields[] = {Field::kTitle, Field::kBody, Field::kBody, Field::kCaption,
                               Field::kJunk};
  std::vector<std::pair<Field, std::string>> parts;
  for (std::size_t count = random() % 5; count > 0; --count) {
    std::string text;
    for (std::size_t words = random() % 8; words > 0; --words) {
      text.append(kWords[random() % std::size(kWords)]).append(" ");
    }
    parts.emplace_back(kFields[random() % std::size(kFields)], std::move(text));
  }
  std::stable_partition(parts.begin(), parts.end(),
                        [](const auto& part) { return part.first == Field::kTitle; });
  return parts;
}

void expect_places_inside(const Analyzed& article, const std::vector<Place>& places) {
  const auto& passages = const_cast<Analyzed&>(article).passages.get();
  for (const Place& place : places) {
    ASSERT_LT(place.passage, passages.size());
    EXPECT_EQ(place.field, passages[place.passage].field);
    EXPECT_LT(place.range.begin, place.range.end);
    EXPECT_TRUE(passages[place.passage].range.contains(place.range));
  }
  const auto by_place = [](const Place& a, const Place& b) {
    return std::pair(a.passage, a.range.begin) < std::pair(b.passage, b.range.begin);
  };
  EXPECT_TRUE(std::is_sorted(places.begin(), places.end(), by_place));
  EXPECT_EQ(std::adjacent_find(places.begin(), places.end()), places.end());
}

TEST(OneArticle, MatchesExactlyWhatLookingAtEveryChoiceMatches) {
  std::mt19937 random(20250224);
  const actors::Catalog catalog = actors::load_catalog(actors::kSampleActors);
  const Rules rules = sample_rules();
  int matched = 0;
  for (int round = 0; round < 400; ++round) {
    Analyzed article(random_parts(random), rules, "en", &catalog);
    const std::vector<std::string> filters{"Len", "S0"};
    const DayRange published{5, 5};
    const OneArticle one(article.analysis, article.analyzer.terms(), filters, published);
    const Naive naive(article, filters, published);
    RandomTrees trees(random);
    for (int i = 0; i < 20; ++i) {
      const TermTree tree = trees.any(3);
      const bool matches = one.matches(tree);
      ASSERT_EQ(matches, naive.matches(tree)) << show(tree);
      const auto places = one.places(tree);
      ASSERT_TRUE(matches || places.empty()) << show(tree);
      expect_places_inside(article, places);
      matched += matches;
    }
  }
  EXPECT_GT(matched, 1500);
  EXPECT_LT(matched, 6500);
}

}  // namespace
}  // namespace dateline::analysis
