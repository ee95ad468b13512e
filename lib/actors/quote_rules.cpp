// Loads quotes.json.  In: a file.  Out: the words of each language, or Error(kInvalid).
// Tested by tests/actors/quote_rules_test.cpp.
#include "actors/quote_rules.hpp"

#include "base/files.hpp"
#include "base/json.hpp"
#include "base/utf8.hpp"

#include <dateline/error.hpp>

#include <algorithm>
#include <utility>

namespace dateline::actors {
namespace {

constexpr std::pair<std::string_view, QuoteWord> kQuoteLists[] = {
    {"verbs", kSpeaks},
    {"clause_verbs", kStates},
    {"participles", kSaying},
    {"telling_verbs", kTells},
    {"being", kBeing},
    {"helpers", kHelps},
    {"negations", kDenies},
    {"person_pronouns", kPersonal},
    {"body_pronouns", kImpersonal},
    {"plural_pronouns", kPlural},
    {"relative_pronouns", kRelative},
    {"own_pronouns", kOwn},
    {"definite", kDefinite},
    {"indefinite", kIndefinite},
    {"prepositions", kPreposition},
    {"breaks", kBreak},
    {"that", kThat},
    {"texts", kText},
    {"finite", kFinite},
    {"by", kBy},
    {"shortened", kShortened},
    {"times", kTime},
    {"joining_prepositions", kJoins},
    {"say_verbs", kSays},
    {"groups", kGroup},
    {"media", kMedium},
    {"epithets", kEpithet},
    {"joins", kAnd},
    {"comparing", kAs},
    {"unreported_verbs", kUnreported}};

[[noreturn]] void fail_quotes(const std::filesystem::path& file, const std::string& reason) {
  throw Error(ErrorCode::kInvalid, "load quote rules", file.string(), reason,
              "see ACTORS.md of the recipe \"news\" for the keys");
}

std::vector<std::string> split_words(std::string_view words) {
  std::vector<std::string> result;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0) result.emplace_back(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return result;
}

// The letter's capital: of ASCII, Latin-1 and basic Cyrillic; others stay.
char32_t capital_of(char32_t c) {
  const bool latin = (c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7);
  if (latin || (c >= 0x430 && c <= 0x44F)) return c - 0x20;
  return c >= 0x450 && c <= 0x45F ? c - 0x50 : c;
}

std::string with_capital(std::string_view word) {
  std::size_t rest = 0;
  const char32_t first = base::next_code_point(word, rest);
  std::string result;
  base::append_utf8(result, capital_of(first));
  return result.append(word.substr(rest));
}

void read_list(QuoteWords& words, const std::string& key, std::string_view value,
               const std::filesystem::path& file) {
  if (key == "sources") return words.add_source(value);
  if (key == "verb_phrases") return words.add_verb_phrase(value);
  if (key == "masculine") return words.add_gender(value, Gender::kMasculine);
  if (key == "feminine") return words.add_gender(value, Gender::kFeminine);
  if (key == "helper_endings") return words.add_helper_ending(value);
  if (key == "past_endings") return words.add_past_ending(value);
  if (key == "participle_endings") return words.add_participle_ending(value);
  if (key == "group_endings") return words.add_group_ending(value);
  const auto list = std::find_if(std::begin(kQuoteLists), std::end(kQuoteLists),
                                 [&](const auto& entry) { return entry.first == key; });
  if (list == std::end(kQuoteLists)) fail_quotes(file, "it has the unknown key \"" + key + "\"");
  words.add(value, list->second);
}

}  // namespace

void QuoteWords::add(std::string_view words, QuoteWord what) {
  // What takes a clause or an addressee speaks; a form of "to be" shows a clause.
  std::uint32_t bits = what;
  if (what == kSays) bits |= kStates;
  if (what == kSays || what == kStates || what == kTells || what == kUnreported) bits |= kSpeaks;
  if (what == kBeing) bits |= kFinite;
  if (what == kJoins) bits |= kPreposition;
  for (const std::string& word : split_words(words)) {
    for (std::string form : {word, with_capital(word)}) {
      add_form(form, bits);
      const std::size_t apostrophe = form.find('\'');
      if (apostrophe != std::string::npos) add_form(form.replace(apostrophe, 1, "’"), bits);
    }
  }
}

void QuoteWords::add_gender(std::string_view words, Gender gender) {
  for (const std::string& word : split_words(words)) genders_[base::word_key(word)] = gender;
}

Gender QuoteWords::gender_of(std::string_view word) const {
  const Gender* known = genders_.find(base::word_key(base::ascii_lower(word)));
  return known == nullptr ? Gender::kUnknown : *known;
}

void QuoteWords::add_form(std::string_view word, std::uint32_t what) {
  words_[base::word_key(word)] |= what;
}

void QuoteWords::add_phrase(std::string_view phrase, QuoteWord begins,
                            std::vector<std::vector<std::string>>& phrases) {
  std::vector<std::string> parts = split_words(phrase);
  if (parts.empty()) return;
  for (const std::string& first : {with_capital(parts.front()), parts.front()}) {
    add_form(first, begins);
    parts.front() = first;
    phrases.push_back(parts);
  }
}

std::uint32_t QuoteWords::of(std::string_view word) const {
  const std::uint32_t* known = words_.find(base::word_key(word));
  if (known != nullptr) return *known;
  return base::is_ascii_lower(word.front()) && ends_in(word, helper_endings_) ? kHelps : 0U;
}

bool QuoteWords::ends_in(std::string_view word, const std::vector<std::string>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& end) {
    return word.size() > end.size() + 1 && word.ends_with(end);
  });
}

bool QuoteWords::is_group(std::string_view word) const {
  return group_endings_.empty() || (of(word) & kGroup) != 0 || ends_in(word, group_endings_);
}

QuoteRules load_quote_rules(const std::filesystem::path& file) {
  const base::Json json = base::Json::parse(base::system_files().read_all(file));
  if (json.object() == nullptr) fail_quotes(file, "it is no JSON object");
  QuoteRules rules;
  for (const auto& [language, lists] : *json.object()) {
    if (lists.object() == nullptr) fail_quotes(file, "\"" + language + "\" is no object of lists");
    for (const auto& [key, values] : *lists.object()) {
      if (values.array() == nullptr) fail_quotes(file, "\"" + key + "\" is no list");
      for (const base::Json& value : *values.array()) {
        if (value.string() == nullptr) fail_quotes(file, "\"" + key + "\" holds what is no text");
        read_list(rules[language], key, *value.string(), file);
      }
    }
  }
  return rules;
}

}  // namespace dateline::actors
