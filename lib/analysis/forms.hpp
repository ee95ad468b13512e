// The forms under which a word is looked up.  In: a word as it stands.  Out: its exact form and stem.
// `US`, `U.S.` and their like, which would be a function word in lower case, keep their identity:
// "us." is the country's acronym, "us" the pronoun.
// Tested by tests/analysis/forms_test.cpp.
#pragma once

#include "analysis/rules.hpp"
#include "analysis/stemmer.hpp"
#include "base/memory.hpp"
#include "base/word_table.hpp"

#include <dateline/range.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {

struct Form {
  // The numbers of its terms, by field and then stem before exact, once the analyzer gave them.
  static constexpr std::uint32_t kUnnumbered = 0xffffffff;
  mutable std::array<std::uint32_t, 8> numbers{kUnnumbered, kUnnumbered, kUnnumbered, kUnnumbered,
                                               kUnnumbered, kUnnumbered, kUnnumbered, kUnnumbered};

  std::string exact;  // folded, without possessive
  std::string stem;   // spelling unified, stemmed, accents folded; language behind '~' when foreign
  std::uint64_t hash = 0;  // of `exact`
  bool stop = false;       // a function word of its language
  bool request = false;    // one by which a question is put
};

// The forms of one language's words, each worked out once.  Not shared by threads.
class Forms {
 public:
  static constexpr std::size_t kMemory = std::size_t{32} << 20;

  // A word's form and the numbers of its stem and its exact form in title and body, once it has them.
  struct Numbered {
    const Form* form = nullptr;
    std::uint32_t stem = Form::kUnnumbered;
    std::uint32_t exact = Form::kUnnumbered;
  };

  Forms(const Rules& rules, std::string language, std::size_t memory = kMemory);
  // `shouting`: all words around are in capitals, so capitals mean nothing.
  // The reference is valid until the next trim().
  const Form& of(std::string_view word, bool shouting) {
    return *find(word, {0, word.size()}, shouting).form;
  }
  // The same for a part of a text.
  Numbered find(std::string_view text, Range word, bool shouting);
  // Makes the next find() of these words faster.
  void expect(std::string_view text, std::span<const Range> words, bool shouting);
  // Forgets the words when they take more than `memory` bytes.
  void trim();

 private:
  struct alignas(32) Slot {
    base::WordKey key;
    const Form* form = nullptr;  // null: a free slot
    std::uint32_t stem = Form::kUnnumbered;
    std::uint32_t exact = Form::kUnnumbered;
  };
  // Words in capitals that mean nothing have a table of their own.
  struct Table {
    base::LargeVector<Slot> slots;  // a power of two, at most half full; open addressing
    std::size_t size = 0;
  };

  Slot& add(Table& table, const base::WordKey& key, std::string_view word, bool shouting);
  static Slot& put(base::LargeVector<Slot>& slots, const Slot& slot);
  Form make(std::string_view word, bool shouting);
  std::string stem(const std::string& exact);

  const Rules& rules_;
  std::string language_;
  std::size_t memory_;
  Stemmer stemmer_;
  std::deque<Form> known_;
  std::array<Table, 2> tables_;
  std::size_t known_bytes_ = 0;
};

}  // namespace dateline::analysis
