// What a search answers.  Long because it lists all that can be asked for and answered.
// Tested by tests/search/*_test.cpp.
#pragma once

#include <dateline/article.hpp>
#include <dateline/bounds.hpp>
#include <dateline/export.hpp>
#include <dateline/mention.hpp>
#include <dateline/query.hpp>
#include <dateline/quote.hpp>
#include <dateline/range.hpp>
#include <dateline/topic.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

/// A place in an article that a query matched.
struct Match {
  std::string what;  ///< word, phrase, near, prefix, actor, topic
  std::string term;  ///< what was looked up: a stem, a phrase, an actor's id
  std::string name;  ///< the words, as they stand in the article
  Field field = Field::kBody;
  Range range;  ///< bytes of the text, or of the title where that is not part of the text
  friend bool operator==(const Match&, const Match&) = default;
};

/// A passage that shows why an article is an answer.
struct Snippet {
  std::string text;  ///< the bytes [begin, end) of the article's text, white space as it is
  Range range;
  Field field = Field::kBody;
  std::vector<Range> marks;  ///< what matched, as bytes of the article's text
};

/// An article that answers a query.
struct Hit {
  std::uint64_t rank = 0;  ///< 1 is the best
  std::string id;
  double score = 0;
  std::optional<std::string> title;
  std::optional<std::string> date;  ///< ISO, as precise as it is known
  std::optional<std::string> source;
  std::string language;
  std::optional<std::string> url;
  std::string begins;  ///< the first words, to show where there is no title
  Snippet snippet;
  std::vector<Match> matches;  ///< in text order, at most 20
  std::vector<std::string> actors;
  std::vector<std::string> topics;
  std::optional<std::string> story;  ///< the id of its story
  std::uint64_t folded = 0;          ///< other articles of the story that match, behind this one
};

/// What an article is to the first one of its story.
enum class StoryKind {
  kFirst,
  kSame,     ///< the same text, word for word
  kNear,     ///< a reprint with changes
  kContains  ///< a cut or an extended copy
};

/// "first", "same", "near", "contains"
DATELINE_API std::string_view story_kind_name(StoryKind kind) noexcept;

/// Articles that are the same text, reprinted, cut or rewritten.
struct Story {
  struct Member {
    std::string id;
    StoryKind kind = StoryKind::kNear;
    std::optional<std::string> date;
  };
  std::string id;                ///< that of its first article
  std::vector<Member> articles;  ///< the first one, then by date
  bool dated = false;            ///< the dates tell that the first one was first
};

/// What two articles have in common, word for word.
struct Shares {
  struct Passage {
    Range a;  ///< bytes of the text, or of the title where that is not part of the text
    Range b;
    Field field = Field::kBody;  ///< title or caption where it stands there in either
  };
  std::string a;
  std::string b;
  std::vector<Passage> passages;
};

/// How often each value occurs in the articles found, the most frequent first.
struct Facet {
  std::string name;  ///< actor, topic, source, language, month
  std::vector<std::pair<std::string, std::uint64_t>> counts;
};

/// A part of a score.
struct ScorePart {
  std::string text;  ///< what it is for, in words
  double score = 0;
};

/// The answer to a search.
struct Results {
  std::vector<Hit> hits;
  std::uint64_t count = 0;  ///< articles that match; at least so many when not `exact`
  bool exact = true;        ///< false: time or memory ran out, and these are the best so far
  bool degraded = false;    ///< true: a damaged part of the index was not asked
  /// The query with words and names that the articles hold, where that finds more; empty: none, or no hits
  /// were asked for.
  std::string did_you_mean;
  std::vector<QueryWarning> warnings;
  std::vector<Facet> facets;
  std::uint64_t folded =
      0;  ///< articles that are left out because a better one of their story is there
  std::uint64_t commit = 0;  ///< the number of the commit that was asked
};

enum class Sort { kRelevance, kDate };

/// How scores come about.
struct RankingOptions {
  /// The query also gives a share of its weight to the words that mark its best hits: for a subject
  /// rather than for words.  Costs a second search and the reading of 10 articles.
  bool expand = false;
  /// The first 40 hits gain by words near each other and in the title; without: plain BM25.
  bool second_stage = true;
};

struct SearchOptions : Bounds {
  std::size_t top = 10;
  std::size_t offset = 0;
  Sort sort = Sort::kRelevance;
  RankingOptions ranking{};
  bool facets = false;
  bool fold = false;  ///< of each story only the best article is a hit
  /// Only articles that came, or came anew, after this commit.
  std::optional<std::uint64_t> after_commit{};
  std::size_t facet_values = 10;  ///< the most values of each facet
  ParseOptions parsing{};  ///< of a query that is a text; strict: every note is an Error(kInvalid)
};

enum class TimeUnit { kDay, kWeek, kMonth, kYear };

/// A name that sets articles apart from others.
struct Significant {
  std::string text;  ///< a word as it is most often spelt, or an actor's id
  std::string name;  ///< the same for people: of an actor, its usual name
  bool is_actor = false;
  std::uint64_t here = 0;        ///< articles of the set that hold it
  std::uint64_t everywhere = 0;  ///< articles of all that hold it
  double score = 0;              ///< log-likelihood ratio
};

/// The articles of a day, week, month or year.
struct TimelineBucket {
  std::optional<std::string> date;  ///< ISO; a week's is its Monday; absent: not known to the unit
  std::uint64_t count = 0;
  std::uint64_t folded = 0;  ///< a story counts once
};

/// When the articles that match were published.
struct Timeline {
  struct Peak {
    std::size_t bucket = 0;
    std::vector<Significant> terms;  ///< against all that match
  };
  std::vector<TimelineBucket> buckets;  ///< by date, without empty ones, the unknown last
  std::vector<Peak> peaks;              ///< the highest first
  std::uint64_t count = 0;
  bool exact = true;  ///< false: time or memory ran out before all were counted
  std::vector<QueryWarning> warnings;
};

/// What sets the articles that match apart.
struct SignificantTerms {
  std::vector<Significant> terms;  ///< actors too, the most telling first
  std::uint64_t count = 0;         ///< articles that match
  bool exact = true;  ///< false: time or memory ran out; what is told of each term is whole
  std::vector<QueryWarning> warnings;
};

/// An article of an index with every judgement on it.
struct StoredArticle {
  Article article;
  Page page;
  std::vector<Mention> mentions;
  std::vector<ProvisionalActor> provisional;  ///< those among the actors mentioned
  std::vector<Quote> quotes;
  std::vector<TopicMatch> topics;
};

/// A quote of an index, with what it takes to show it.
struct QuoteHit {
  Quote quote;
  std::string article;  ///< id
  std::string text;     ///< what was said; " … " stands between spans
  std::string name;     ///< the words for the speaker, as they stand
  std::string verb;     ///< "said", "according to"; empty where the quote before goes on
  std::string addressee;
  std::optional<std::string> date;  ///< of the article
  std::optional<std::string> source;
};

/// Which quotes are wanted.
struct QuoteOptions : Bounds {
  std::string by{};  ///< any name of the speaker, or an id as quotes give it; empty: everybody
  std::string
      about{};  ///< words of which a quote, or its paragraph, has to hold one; empty: anything
  std::size_t top = 10;
  std::size_t offset = 0;
};

struct QuoteResults {
  std::vector<QuoteHit> quotes;  ///< of the best articles first; in an article by their place
  std::uint64_t count = 0;       ///< all that fit
  bool exact = true;             ///< false: time or memory ran out before all were read
  std::vector<QueryWarning> warnings;
};

/// Whom a name means in an index.
struct ActorAnswer {
  Actor actor;
  /// The names that it goes by in the index, with how often each stands there, the commonest first.
  std::vector<std::pair<std::string, std::uint64_t>> names;
  std::uint64_t articles = 0;
  std::uint64_t mentions = 0;
  std::vector<std::string> candidates;  ///< ids of others whom the name may mean
  bool provisional = false;             ///< no list holds it
  double confidence = 1;     ///< of a provisional one: the greatest that an article gives
  bool by_likeness = false;  ///< the name is nobody's, but like one of the actor's
  /// First and last day of the articles that have a date; absent when none has.
  std::optional<std::string> first_seen;
  std::optional<std::string> last_seen;
  /// Articles of each month; "" for those without a date.
  std::vector<std::pair<std::string, std::uint64_t>> months;
};

/// Which actors to list.
struct ActorListOptions {
  std::string kind;          ///< person, org, country, place, office; empty: all
  bool provisional = false;  ///< only those that no list holds
  std::size_t top = 100;
};

/// In how many articles an actor is named.
struct ActorCount {
  Actor actor;
  bool provisional = false;
  double confidence = 1;
  std::uint64_t articles = 0;
};

/// The most actors among whom pairs are counted.
inline constexpr std::size_t kMostPairedActors = 10000;

/// Which pairs of actors are counted.
struct PairOptions : Bounds {
  std::string actor{};           ///< id: only pairs with this one; empty: all pairs
  std::size_t actors = 1000;     ///< among so many, those named in most articles
  unsigned window = 10;          ///< words that are near; within 100 nothing joins title and body
  bool sentences = false;        ///< counts them too: reads every article that names a pair
  std::optional<TimeUnit> by{};  ///< a pair has counts for each day, week, month or year
  std::size_t top = 100;
};

/// Two actors who are named together.
struct ActorPair {
  std::string a;  ///< id: of the two, who is named in more articles, or was asked for
  std::string b;  ///< id
  std::optional<std::string> date;  ///< of the period; absent where it is not known to the unit
  std::uint64_t articles = 0;       ///< that name both
  std::uint64_t near = 0;           ///< articles that name both within the window, in any order
  std::uint64_t sentences = 0;      ///< that name both; 0 where they were not asked for
};

struct ActorPairs {
  std::vector<ActorPair> pairs;
  bool exact = true;  ///< false: time or memory ran out before all articles were counted
  std::vector<QueryWarning> warnings;
};

/// What a word means as a topic.
struct TopicAnswer {
  Topic topic;
  bool by_id = false;  ///< false: by one of its names
  std::uint64_t articles = 0;
};

/// What a beginning of a word or name may go on as.
struct Completion {
  std::string text;  ///< a word of the articles, or a name
  std::string kind;  ///< word, actor, topic
  std::string id;    ///< of the actor or topic
  std::uint64_t articles = 0;
};

struct Completions {
  std::vector<Completion> found;  ///< the most frequent first
  bool exact = true;              ///< false: time or memory ran out before all were looked at
  std::vector<QueryWarning> warnings;
};

/// The snippet as HTML: its text escaped, what matched between <mark> and </mark>.
DATELINE_API std::string to_html(const Snippet& snippet);

}  // namespace dateline
