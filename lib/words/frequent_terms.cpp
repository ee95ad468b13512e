// Walks a dictionary by frequency.  In: a beginning.  Out: terms.
// Tested by tests/words/frequent_terms_test.cpp.
#include "words/frequent_terms.hpp"

#include <algorithm>
#include <utility>

namespace dateline::words {
namespace {

constexpr auto kIsRarer = [](const auto& a, const auto& b) { return a.documents < b.documents; };

}  // namespace

FrequentTerms::FrequentTerms(const Reader& reader, std::string_view beginning)
    : dictionary_(reader.dictionary()), beginning_(beginning) {
  const auto [first, end] = dictionary_.blocks_of(beginning);
  queue_.reserve(static_cast<std::size_t>(end - first));
  for (std::uint64_t block = first; block < end; ++block) {
    queue_.push_back({dictionary_.most_documents(block), block, {}});
  }
  std::make_heap(queue_.begin(), queue_.end(), kIsRarer);
}

void FrequentTerms::push(Entry entry) {
  queue_.push_back(std::move(entry));
  std::push_heap(queue_.begin(), queue_.end(), kIsRarer);
}

FrequentTerms::Entry FrequentTerms::pop() {
  std::pop_heap(queue_.begin(), queue_.end(), kIsRarer);
  Entry best = std::move(queue_.back());
  queue_.pop_back();
  return best;
}

std::string FrequentTerms::next() {
  while (!queue_.empty()) {
    Entry best = pop();
    if (!best.term.empty()) return std::move(best.term);
    dictionary_.for_each(best.block, [this](std::string_view term, std::uint32_t documents) {
      if (term.starts_with(beginning_)) push({documents, 0, std::string(term)});
    });
  }
  return {};
}

}  // namespace dateline::words
