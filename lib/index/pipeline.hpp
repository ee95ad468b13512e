// One article through all stages: page, passages, actors, terms, topics.
// In: an article as it came.  Out: its postings, filters, columns and record, ready for a segment.
// Tested by tests/index/pipeline_test.cpp.
#pragma once

#include "analysis/analyzer.hpp"
#include "article/page.hpp"
#include "article/passages.hpp"
#include "index/record.hpp"
#include "recipe/data.hpp"
#include "storage/segment.hpp"
#include "stories/fingerprints.hpp"
#include "text/words.hpp"
#include "topics/topic_matcher.hpp"

#include <dateline/article.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dateline::index {

// One per thread.
class Pipeline {
 public:
  // `memory`: bytes for words that are worked out already.  `known` may be nullptr.
  explicit Pipeline(const recipe::Data& recipe, std::size_t memory = analysis::Forms::kMemory,
                    std::shared_ptr<const article::Boilerplate> known = {});

  // Forgets the numbers of terms when they take more bytes than that; between segments only.
  void trim(std::size_t most);
  // Theirs and what a segment that is written takes for each of them.
  std::size_t term_bytes() const;

  // The result's views are valid until the next call.
  storage::SegmentArticle read(Article article, std::uint64_t arrival);
  // The same for an article that was read before: its page stays as it was judged then, since more lines
  // may be known to recur by now, and so its postings are the same.
  storage::SegmentArticle read_again(Record kept, std::uint64_t arrival);
  // What the last call found out.
  const Record& record() const { return record_; }
  // Of the last article that was read.
  const article::Habits& habits() const { return habits_; }

 private:
  storage::SegmentArticle analyze(std::uint64_t arrival);

  const recipe::Data& recipe_;
  text::WordBreaker breaker_;
  analysis::Analyzer analyzer_;
  analysis::Analysis analysis_;
  std::optional<topics::TopicMatcher> topics_;
  std::shared_ptr<const article::Boilerplate> known_;
  article::Habits habits_;
  Record record_;
  std::string encoded_;
  stories::Fingerprints wording_;
};

// The days that a page's date may mean; absent when it has none.
std::optional<DayRange> published(const Page& page);

// The filter terms of an article: language, source, topics, who is quoted.
std::vector<std::string> filter_terms(const Record& record);

}  // namespace dateline::index
