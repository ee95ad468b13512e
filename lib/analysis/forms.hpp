// The forms under which a word is looked up.  In: a word as it stands.  Out: its exact form and stem.
// `US`, `U.S.` and their like, which would be a function word in lower case, keep their identity:
// "us." is the country's acronym, "us" the pronoun.
// Tested by tests/analysis/forms_test.cpp.
#pragma once

#include "analysis/rules.hpp"
#include "analysis/stemmer.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {

struct Form {
  std::string exact;  // folded, without possessive
  std::string stem;   // spelling unified, stemmed, accents folded; language behind '~' when foreign
  bool stop = false;     // a function word of its language
  bool request = false;  // one by which a question is put

  // The numbers of its terms, by field and then stem before exact, once the analyzer gave them.
  static constexpr std::uint32_t kUnnumbered = 0xffffffff;
  mutable std::array<std::uint32_t, 8> numbers{kUnnumbered, kUnnumbered, kUnnumbered, kUnnumbered,
                                               kUnnumbered, kUnnumbered, kUnnumbered, kUnnumbered};
};

// The forms of one language's words, each worked out once.  Not shared by threads.
class Forms {
 public:
  Forms(const Rules& rules, std::string language);
  // `shouting`: all words around are in capitals, so capitals mean nothing.
  // The reference is valid until the next trim().
  const Form& of(std::string_view word, bool shouting);
  // Forgets the words when they have become many.
  void trim();

 private:
  struct Known {
    std::string word;
    bool shouting;
    Form form;
  };
  struct Slot {
    std::uint32_t fingerprint = 0;
    std::uint32_t number = 0;  // of the known word, from 1 on; 0: free
  };

  Form make(std::string_view word, bool shouting);
  std::string stem(const std::string& exact);
  void grow();

  const Rules& rules_;
  std::string language_;
  Stemmer stemmer_;
  std::deque<Known> known_;
  std::vector<Slot> slots_;  // a power of two, at most half full; open addressing
  std::size_t known_bytes_ = 0;
};

}  // namespace dateline::analysis
