// A recipe is loaded where everybody sees it, never converted from a path on the way.
// Message: (invalid initialization of reference|could not convert|cannot convert).*Recipe
#include <dateline/index.hpp>

dateline::Index fresh() {
#ifdef WRONG
  return dateline::Index::create("news.index", "news");
#else
  return dateline::Index::create("news.index", dateline::Recipe::load("news"));
#endif
}
