// Asks an index.
// Tested by tests/search/searcher_test.cpp.
#pragma once

#include <dateline/article.hpp>
#include <dateline/export.hpp>
#include <dateline/index.hpp>
#include <dateline/query.hpp>
#include <dateline/results.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// How the bytes of an index get into memory.
enum class Io {
  kMap,  ///< by the system, when they are asked for; a disk that fails then ends the process (SIGBUS)
  kRead,  ///< read when the index is opened; a disk that fails is Error(kIo)
};

/// How an index is opened.
struct OpenOptions {
  /// Leaves out what is damaged of the articles, instead of refusing the index.  All of it is read.
  bool degraded = false;
  /// Opens Xapian databases that another user made.  Xapian 1.4 does not defend itself against
  /// crafted files.
  bool trust = false;
  /// The key with which this user writes indexes (WriteOptions::key): Xapian databases of an index that is
  /// not sealed with it are refused.  Empty: only those in a folder that another user owns.
  std::string key{};
  /// kRead takes as much memory as the words and columns of the index.
  Io io = Io::kMap;
};

/// A snapshot of an index: one commit, whole, for as long as the object lives.
///
/// Threads share it; no search waits for another or for the writer.  Move-only.
class DATELINE_API Searcher {
 public:
  /// Opens the newest commit.
  ///
  /// Errors   kNotFound: no index there; kCorrupt, naming the damaged file; kInvalid: newer format, or
  ///          over Xapian and another user's; damage that shows when it is first read is kCorrupt from other calls
  static Searcher open(const std::filesystem::path& path, const OpenOptions& options = {});

  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  /// The best articles for a query as a person types it.
  ///
  /// Errors   kLimit: offset + top is over 10,000
  Results search(std::string_view query, const SearchOptions& options = {}) const;
  Results search(const Query& query, const SearchOptions& options = {}) const;

  /// The ids of the best articles with their scores, and nothing else: what a benchmark times.
  std::vector<std::pair<std::string, double>> rank(const Query& query, std::size_t top,
                                                   const RankingOptions& ranking = {}) const;

  /// The articles most like one of the index, or like another one: by telling words and shared actors.
  ///
  /// Errors   kNotFound: no article has the id
  Results similar(std::string_view id, const SearchOptions& options = {}) const;
  Results similar(const Article& article, const SearchOptions& options = {}) const;

  /// Words, actors and topics that begin so, the most frequent first.
  Completions complete(std::string_view beginning, std::size_t most = 10,
                       const Bounds& bounds = {}) const;

  /// The parts of an article's score for a query, which sum to it; none when it does not match.
  std::vector<ScorePart> explain(const Query& query, std::string_view id,
                                 const RankingOptions& ranking = {}) const;

  std::optional<StoredArticle> article(std::string_view id) const;

  /// Whom a name means, in any spelling and script; nullopt when no actor is known by it.
  std::optional<ActorAnswer> actor(std::string_view name) const;
  /// The listed actors that a name or an id may mean, the likeliest first; `kind` may be empty.
  std::vector<Actor> actors_named(std::string_view name, std::string_view kind = {}) const;
  /// The actors of the index, those named in most articles first.
  std::vector<ActorCount> actors(const ActorListOptions& options = {}) const;
  /// Which actors are named together: those of most articles first.
  ///
  /// Errors   kLimit: more than kMostPairedActors actors
  /// Cost     grows with the mentions of the actors; with `sentences` with the texts; some 30 bytes a pair
  ActorPairs named_together(const PairOptions& options = {}) const;
  /// Names of actors that look like the name.
  std::vector<std::string> similar_names(std::string_view name) const;
  /// Who said what in the articles that match a query.
  ///
  /// Errors   as search
  /// Cost     reads the records of the articles that match and, with `by`, quote the speaker; of
  ///          these the 10,000 best
  QuoteResults quotes(const Query& query, const QuoteOptions& options = {}) const;

  /// The topic of an id or a name.
  std::optional<TopicAnswer> topic(std::string_view name) const;
  /// When the articles that match were published, with the terms that mark the peaks.
  ///
  /// Cost     walks all matches; reads 64 articles for each peak
  Timeline timeline(std::string_view query, TimeUnit by, const Bounds& bounds = {}) const;
  /// Terms and actors that set the articles that match apart from all others.
  ///
  /// Cost     walks all matches; reads 64 of them
  SignificantTerms significant(std::string_view query, std::size_t most = 10,
                               const Bounds& bounds = {}) const;
  /// The queries that stand in the index.
  std::vector<Alert> alerts() const;

  /// All stories, by the dates of their first articles.
  ///
  /// An article that joins two reports stands in the stories of both.
  /// Cost     the first call groups the links of the commit; later ones copy
  std::vector<Story> stories() const;
  /// The stories in which an article stands.
  std::vector<Story> stories_of(std::string_view id) const;
  /// Pairs of articles whose bodies have ten words in a row in common, or more; of one article where an
  /// id is given.
  ///
  /// Cost     reads every article that is compared
  std::vector<Shares> shares(std::string_view id = {}) const;

  /// The usual name of the actor, the topic, of an id; the id itself when there is none.
  std::string actor_name(std::string_view id) const;
  std::string topic_name(std::string_view id) const;

  /// Calls `sink` with every article as it came, in the order in which they were added.
  void for_each_article(const std::function<void(Article&&)>& sink) const;

  std::uint64_t size() const;  ///< articles
  /// What was left out, with `degraded`: segment and reason.
  const std::vector<Warning>& damage() const;

 private:
  struct Impl;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
