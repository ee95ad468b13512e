// An index is created or opened; there is none that is closed.
// Message: no matching function for call to .*Index::Index\(\)
#include <dateline/index.hpp>

dateline::Index fresh() {
#ifdef WRONG
  return dateline::Index();
#else
  return dateline::Index::open("news.index");
#endif
}
