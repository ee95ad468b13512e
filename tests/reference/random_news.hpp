// Random articles and queries over a small vocabulary, so that most queries match something.
// In: a seed.  Out: the same articles and queries on every machine.
#pragma once

#include <dateline/article.hpp>
#include <dateline/query.hpp>

#include <random>
#include <string>
#include <vector>

namespace dateline::reference {

class RandomNews {
 public:
  explicit RandomNews(unsigned seed) : random_(seed) {}

  Article article(const std::string& id);
  Query query(int depth);
  Query word();
  // Below `limit`.
  unsigned number(unsigned limit) { return static_cast<unsigned>(random_()) % limit; }

 private:
  bool one_in(unsigned n) { return number(n) == 0; }
  std::string name();
  std::string term();
  std::string words(unsigned count);
  std::string body();
  Query leaf();
  Query pattern();
  Query joined();
  Query filter();
  Query group(int depth);

  std::mt19937 random_;
};

}  // namespace dateline::reference
