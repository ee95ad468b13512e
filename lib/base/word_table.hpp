// What is known of words, by their bytes: a table that is asked for every word of a text.
// In: words, values.  Out: the value of a word.
// Method: open addressing with linear steps; a word of at most 16 bytes is its own key, so that asking
// compares two numbers and follows no pointer.
// Threads: const functions may be called by many.
// Tested by tests/base/word_table_test.cpp.
#pragma once

#include <dateline/range.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::base {

// Two numbers that stand for a word: its bytes, or 120 bits of a hash of them when it is long.
// Of the empty word, both are 0.
struct WordKey {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  friend bool operator==(const WordKey&, const WordKey&) = default;
  bool empty() const { return (low | high) == 0; }
  // Never of a long word.
  bool is_ascii() const { return ((low | high) & 0x8080808080808080U) == 0; }
  std::size_t hash() const {
    std::uint64_t hash = (low ^ std::rotl(high, 23)) * 0x9E3779B97F4A7C15U;
    hash = (hash ^ hash >> 32 ^ high) * 0xD6E8FEB86659FD93U;
    return hash ^ hash >> 32;
  }
};

// Requires: the word holds no byte 0.
WordKey word_key(std::string_view text, Range word);
inline WordKey word_key(std::string_view word) {
  return word_key(word, {0, word.size()});
}

template <class Value>
class WordTable {
 public:
  // A new word has the value {}.
  Value& operator[](const WordKey& key) {
    if (size_ * 2 >= slots_.size()) grow();
    Slot& slot = slots_[place_of(key)];
    if (slot.key.empty()) {
      slot.key = key;
      ++size_;
    }
    return slot.value;
  }
  // Null where the word is not there.
  const Value* find(const WordKey& key) const {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[place_of(key)];
    return slot.key.empty() ? nullptr : &slot.value;
  }
  std::size_t size() const { return size_; }
  void clear() {
    slots_.clear();
    size_ = 0;
  }

 private:
  struct Slot {
    WordKey key;
    [[no_unique_address]] Value value{};
  };
  static constexpr std::size_t kFirstSlots = 16;

  // The slot of the word, or the free one where it would be.
  std::size_t place_of(const WordKey& key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = key.hash() & mask;
    while (!slots_[at].key.empty() && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }
  void grow() {
    std::vector<Slot> old(slots_.empty() ? kFirstSlots : 2 * slots_.size());
    old.swap(slots_);
    for (Slot& slot : old) {
      if (!slot.key.empty()) slots_[place_of(slot.key)] = std::move(slot);
    }
  }

  std::vector<Slot> slots_;  // a power of two, at most half full
  std::size_t size_ = 0;
};

// Words that only are there or not.
class WordSet {
 public:
  void insert(std::string_view word) { table_[word_key(word)]; }
  // Whether it is new.
  bool insert(const WordKey& key) {
    const std::size_t before = table_.size();
    table_[key];
    return table_.size() > before;
  }
  bool contains(std::string_view word) const { return contains(word_key(word)); }
  bool contains(const WordKey& key) const { return table_.find(key) != nullptr; }
  bool empty() const { return table_.size() == 0; }

 private:
  struct Nothing {};
  WordTable<Nothing> table_;
};

}  // namespace dateline::base
