// Counts what leaves with articles.  In: a segment, numbers.  Out: terms and lengths.
// Method: what is analysed again by the same recipe, its page as it was judged, gives the same postings.
// Tested by tests/index/departures_test.cpp.
#include "index/departures.hpp"

#include "index/record.hpp"

#include <algorithm>
#include <string>

namespace dateline::index {
namespace {

constexpr std::size_t kMostTermBytes = std::size_t{16} << 20;

}  // namespace

void Departures::add(const storage::Segment& segment, const std::set<std::uint32_t>& docs,
                     storage::Removed& removed) {
  if (docs.empty()) return;
  if (!pipeline_) pipeline_ = std::make_unique<Pipeline>(recipe_);
  storage::SegmentSession session = segment.session();
  for (const std::uint32_t doc : docs) {
    removed.length += session.length(doc);
    count(segment, doc, removed);
  }
  const auto middle = removed.docs.insert(removed.docs.end(), docs.begin(), docs.end());
  std::inplace_merge(removed.docs.begin(), middle, removed.docs.end());
}

void Departures::count(const storage::Segment& segment, std::uint32_t doc,
                       storage::Removed& removed) {
  pipeline_->trim(kMostTermBytes);
  const storage::SegmentArticle article =
      pipeline_->read_again(decode(segment.record(doc)), segment.arrival(doc));
  std::set<std::string> terms;
  for (const std::string& filter : article.filters) terms.insert(storage::fit_term(filter));
  std::set<std::uint32_t> numbers;
  for (const auto& posting : article.postings) numbers.insert(posting.term);
  for (const std::uint32_t number : numbers) {
    terms.insert(storage::fit_term((*article.terms)[number]));
  }
  for (const std::string& term : terms) ++removed.terms[term];
}

}  // namespace dateline::index
