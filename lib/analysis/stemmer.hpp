// Stems words.  In: a folded word.  Out: its stem.  The one user of Snowball is stemmer.cpp.
// Tested by tests/analysis/stemmer_test.cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace dateline::analysis {

// The stemmer of one language; not shared by threads.
class Stemmer {
 public:
  // A language without a stemmer leaves words as they are.
  explicit Stemmer(std::string_view language);
  std::string stem(std::string_view folded);

 private:
  struct Free {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Free> stemmer_;
};

}  // namespace dateline::analysis
