// Makes and remembers the forms of words.  In: words.  Out: forms.
// Tested by tests/analysis/forms_test.cpp.
#include "analysis/forms.hpp"

#include "analysis/joints.hpp"
#include "analysis/names.hpp"
#include "analysis/spelling.hpp"
#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "text/fold.hpp"

#include <dateline/mention.hpp>

#include <algorithm>

namespace dateline::analysis {
namespace {

constexpr std::size_t kFirstSlots = 1024;

void strip_possessive(std::string& folded) {
  if (folded.ends_with("'s")) folded.resize(folded.size() - 2);
  while (folded.ends_with('\'')) folded.pop_back();
}

// French, Italian and Catalan join small words to the next: "l'Ukraine", "dell'Unione".
void strip_elision(std::string& folded, std::string_view language) {
  constexpr std::string_view kElided =
      " l d j m t n s c qu jusqu lorsqu puisqu quoiqu un dell all dall nell sull quest quell v ";
  if (language != "fr" && language != "it" && language != "ca") return;
  const std::size_t at = folded.find('\'');
  if (at == folded.npos || at + 1 == folded.size()) return;
  const std::string word = " " + folded.substr(0, at) + " ";
  if (kElided.find(word) != kElided.npos) folded.erase(0, at + 1);
}

bool is_possessive(std::string_view end) {
  return end == "'s" || end == "\xE2\x80\x99s";
}

// "U.S" -> "US", "U.S's" -> "US's"; other words with a full stop stay ("example.com").
std::string without_dots(std::string_view word) {
  std::string letters;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool is_dot = word[i] == '.';
    if (i % 2 == 1 && is_possessive(word.substr(i))) return letters.append(word.substr(i));
    if (is_dot != (i % 2 == 1)) return std::string(word);
    if (is_dot) continue;
    if (!base::is_ascii_upper(word[i])) return std::string(word);
    letters.push_back(word[i]);
  }
  return letters;
}

// The parts of a compound at its hyphens.
template <class Take>
void each_part(std::string_view compound, Take&& take) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < compound.size();) {
    const std::size_t hyphen = hyphen_at(compound, at);
    if (hyphen > 0) {
      take(compound.substr(begin, at - begin));
      begin = at + hyphen;
    }
    at += std::max<std::size_t>(hyphen, 1);
  }
  take(compound.substr(begin));
}

// Joined words as one: "F-16" -> "F16", "U.S.-led" -> "USled", "U. S" -> "US".  Between digits the
// hyphen stays: a result of "3-2" is no 32.
std::string joined(std::string_view words) {
  if (words.find_first_of("-.\xE2 \t\n\v\f\r") == words.npos) return std::string(words);
  std::string whole;
  each_part(words, [&](std::string_view part) {
    std::string letters;
    for (const char c : part) {
      if (!base::is_ascii_space(c)) letters.push_back(c);
    }
    letters = without_dots(letters);
    if (whole.empty() || letters.empty()) {
      whole += letters;
      return;
    }
    const bool are_digits =
        base::is_ascii_digit(whole.back()) && base::is_ascii_digit(letters.front());
    whole.append(are_digits ? "-" : "").append(letters);
  });
  return whole;
}

// 2 to 5 capital letters, nothing else.
bool is_in_capitals(std::string_view word) {
  if (word.size() < 2 || word.size() > 5) return false;
  for (const char c : word) {
    if (!base::is_ascii_upper(c)) return false;
  }
  return true;
}

}  // namespace

Forms::Forms(const Rules& rules, std::string language, std::size_t memory)
    : rules_(rules), language_(std::move(language)), memory_(memory), stemmer_(language_) {
  for (Table& table : tables_) table.slots.resize(kFirstSlots);
}

void Forms::expect(std::string_view text, std::span<const Range> words, bool shouting) {
  const base::LargeVector<Slot>& slots = tables_[shouting ? 1 : 0].slots;
  for (const Range word : words) {
    __builtin_prefetch(&slots[base::word_key(text, word).hash() & (slots.size() - 1)]);
  }
}

Forms::Numbered Forms::find(std::string_view text, Range word, bool shouting) {
  Table& table = tables_[shouting ? 1 : 0];
  const base::WordKey key = base::word_key(text, word);
  const std::size_t mask = table.slots.size() - 1;
  std::size_t at = key.hash() & mask;
  while (table.slots[at].form != nullptr && table.slots[at].key != key) at = (at + 1) & mask;
  Slot* slot = &table.slots[at];
  if (slot->form == nullptr) {
    slot = &add(table, key, text.substr(word.begin, word.size()), shouting);
  } else if (slot->stem == Form::kUnnumbered) {
    const auto* numbers = &slot->form->numbers[2 * static_cast<std::size_t>(Field::kBody)];
    slot->stem = numbers[0];
    slot->exact = numbers[1];
  }
  return {slot->form, slot->stem, slot->exact};
}

Forms::Slot& Forms::add(Table& table, const base::WordKey& key, std::string_view word,
                        bool shouting) {
  known_.push_back(make(word, shouting));
  known_.back().hash = base::hash64(known_.back().exact);
  known_bytes_ += 2 * word.size() + sizeof(Form) + 3 * sizeof(Slot);
  if (++table.size * 2 > table.slots.size()) {
    base::LargeVector<Slot> slots(table.slots.size() * 2);
    for (const Slot& slot : table.slots) {
      if (slot.form != nullptr) put(slots, slot);
    }
    table.slots = std::move(slots);
  }
  return put(table.slots, {key, &known_.back()});
}

Forms::Slot& Forms::put(base::LargeVector<Slot>& slots, const Slot& slot) {
  const std::size_t mask = slots.size() - 1;
  std::size_t at = slot.key.hash() & mask;
  while (slots[at].form != nullptr) at = (at + 1) & mask;
  return slots[at] = slot;
}

void Forms::trim() {
  if (known_bytes_ <= memory_) return;
  known_.clear();
  for (Table& table : tables_) table = {base::LargeVector<Slot>(kFirstSlots), 0};
  known_bytes_ = 0;
}

Form Forms::make(std::string_view word, bool shouting) {
  const std::string plain = joined(word);
  const bool is_dotted = word.find('.') != word.npos && plain.size() < word.size();
  Form form;
  form.exact = text::fold_case(plain);
  strip_elision(form.exact, language_);
  strip_possessive(form.exact);
  if (form.exact.empty()) form.exact = word;  // of nothing but characters that cannot be seen
  form.stop = rules_.is_stop_word(form.exact, language_);
  form.request = rules_.is_request_word(form.exact, language_);
  const std::string_view bare =
      std::string_view(plain).substr(0, std::min(plain.size(), form.exact.size()));
  if (form.stop && is_in_capitals(bare) && (is_dotted || !shouting)) {
    form.exact.push_back('.');
    form.stem = form.exact;
    form.stop = false;
    return form;
  }
  form.stem = stem(form.exact);
  return form;
}

std::string Forms::stem(const std::string& exact) {
  std::string result = exact;
  if (!is_name(exact)) {
    if (language_ == "en") result = american_spelling(exact);
    result = stemmer_.stem(result);
  }
  result = text::fold_accents(result);
  if (result.empty()) result = exact;
  if (language_ != rules_.language) result.append("~").append(language_);
  return result;
}

}  // namespace dateline::analysis
