// A searcher is shared by reference, not copied.
// Message: use of deleted function.*Searcher::Searcher\(const
#include <dateline/searcher.hpp>

#include <memory>

auto share(dateline::Searcher searcher) {
#ifdef WRONG
  return std::make_shared<const dateline::Searcher>(searcher);
#else
  return std::make_shared<const dateline::Searcher>(std::move(searcher));
#endif
}
