// What is searched is a snapshot: articles go in by the index.
// Message: .*Searcher.* has no member named .put.
#include <dateline/dateline.hpp>

void add(dateline::Index& index, dateline::Searcher& searcher, const dateline::Article& article) {
#ifdef WRONG
  searcher.put(article);
#else
  index.put(article);
  index.commit();
  searcher = dateline::Searcher::open("news.index");
#endif
}
