// Makes and remembers the forms of words.  In: words.  Out: forms.
// Tested by tests/analysis/forms_test.cpp.
#include "analysis/forms.hpp"

#include "analysis/spelling.hpp"
#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "text/fold.hpp"

namespace dateline::analysis {
namespace {

// Bytes of words in memory; beyond them all are forgotten and worked out again.
constexpr std::size_t kMaxKnownBytes = 32 << 20;
constexpr std::size_t kFirstSlots = 1024;

std::uint64_t hash_of(std::string_view word, bool shouting) {
  return base::hash64(word) + (shouting ? 0x9E3779B97F4A7C15ULL : 0);
}

void strip_possessive(std::string& folded) {
  if (folded.ends_with("'s")) folded.resize(folded.size() - 2);
  while (folded.ends_with('\'')) folded.pop_back();
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

// 2 to 5 capital letters, nothing else.
bool is_in_capitals(std::string_view word) {
  if (word.size() < 2 || word.size() > 5) return false;
  for (const char c : word) {
    if (!base::is_ascii_upper(c)) return false;
  }
  return true;
}

}  // namespace

Forms::Forms(const Rules& rules, std::string language)
    : rules_(rules), language_(std::move(language)), stemmer_(language_), slots_(kFirstSlots) {}

const Form& Forms::of(std::string_view word, bool shouting) {
  const std::uint64_t hash = hash_of(word, shouting);
  const auto fingerprint = static_cast<std::uint32_t>(hash);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (hash >> 32) & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    if (slots_[at].fingerprint != fingerprint) continue;
    const Known& known = known_[slots_[at].number - 1];
    if (known.shouting == shouting && known.word == word) return known.form;
  }
  known_.push_back({std::string(word), shouting, make(word, shouting)});
  known_bytes_ += 3 * word.size() + sizeof(Known) + 2 * sizeof(Slot);
  slots_[at] = {fingerprint, static_cast<std::uint32_t>(known_.size())};
  if (known_.size() * 2 > slots_.size()) grow();
  return known_.back().form;
}

void Forms::grow() {
  std::vector<Slot> slots(slots_.size() * 2);
  const std::size_t mask = slots.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number == 0) continue;
    const Known& known = known_[slot.number - 1];
    std::size_t at = (hash_of(known.word, known.shouting) >> 32) & mask;
    while (slots[at].number != 0) at = (at + 1) & mask;
    slots[at] = slot;
  }
  slots_ = std::move(slots);
}

void Forms::trim() {
  if (known_bytes_ < kMaxKnownBytes) return;
  known_.clear();
  slots_.assign(kFirstSlots, {});
  known_bytes_ = 0;
}

Form Forms::make(std::string_view word, bool shouting) {
  const std::string plain = word.find('.') == word.npos ? std::string(word) : without_dots(word);
  const bool is_dotted = plain.size() < word.size();
  Form form;
  form.exact = text::fold_case(plain);
  strip_possessive(form.exact);
  if (form.exact.empty()) form.exact = word;  // of nothing but characters that cannot be seen
  form.stop = rules_.is_stop_word(form.exact, language_);
  form.request = rules_.is_request_word(form.exact, language_);
  const std::string_view bare = std::string_view(plain).substr(0, form.exact.size());
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
  std::string result = language_ == "en" ? american_spelling(exact) : exact;
  result = text::fold_accents(stemmer_.stem(result));
  if (result.empty()) result = exact;
  if (language_ != rules_.language) result.append("~").append(language_);
  return result;
}

}  // namespace dateline::analysis
