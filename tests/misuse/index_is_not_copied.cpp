// There is one writer of an index, so it can be moved and not copied.
// Message: use of deleted function.*Index::Index\(const
#include <dateline/index.hpp>

#include <utility>

dateline::Index hand_over(dateline::Index& index) {
#ifdef WRONG
  return index;
#else
  return std::move(index);
#endif
}
