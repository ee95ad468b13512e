// Remembers who was named.  In: sentences.  Out: ids of pronouns and short forms.
// Tested by tests/actors/quote_memory_test.cpp.
#include "actors/quote_memory.hpp"

#include "base/utf8.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace dateline::actors {
namespace {

constexpr double kShortFormSure = 0.75;

// The first name of [begin, end) that may be what a sentence is about; nullptr when there is none.
const QuoteName* topic_of(const QuoteText& text, std::size_t begin, std::size_t end,
                          std::span<const QuoteName> names, bool person) {
  for (std::size_t i = begin; i < end; ++i) {
    const QuotePiece& piece = text.pieces[i];
    if (!piece.is_word() || !piece.is_named() || piece.possessive) continue;
    const bool ends = i + 1 == text.pieces.size() || text.pieces[i + 1].name != piece.name;
    if (!ends) continue;
    const QuoteName& name = names[piece.name];
    const bool fits =
        person ? name.kind == "person"
               : name.kind == "org" || (name.kind == "country" && name.how != How::kAdjective);
    if (fits) return &name;
  }
  return nullptr;
}

// "Even Roe's message was short": whose the subject is.
const QuoteName* owner_of(const QuoteText& text, QuoteSentence sentence,
                          std::span<const QuoteName> names) {
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    const QuotePiece& piece = text.pieces[i];
    if (!piece.is_word() || piece.can_be(kFinite)) return nullptr;
    if (piece.is_named() && piece.possessive && names[piece.name].kind == "person")
      return &names[piece.name];
  }
  return nullptr;
}

// The first piece of the speaker.
std::size_t before(const QuoteText& text, QuoteSentence sentence, const QuoteSpeaker& speaker) {
  std::size_t end = sentence.begin;
  while (end < sentence.end && text.pieces[end].range.begin < speaker.range.begin) ++end;
  return end;
}

// Where the first word of the name at piece `i` stands.
std::size_t name_begin(const QuoteText& text, std::size_t i) {
  while (i > 0 && text.pieces[i - 1].is_word() && text.pieces[i - 1].name == text.pieces[i].name)
    --i;
  return i;
}

// "Of Roe": behind a preposition.
bool is_governed(const QuoteText& text, std::size_t begin, std::size_t i) {
  const std::size_t first = name_begin(text, i);
  return first > begin && text.pieces[first - 1].is_word() && !text.pieces[first - 1].is_named() &&
         text.pieces[first - 1].can_be(kPreposition);
}

}  // namespace

// The "spokesman" of "a spokesman for the town".
std::string_view QuoteMemory::head_of(const QuoteText& text, const QuoteSpeaker& speaker) const {
  std::string_view head;
  std::string_view rest = text.text.substr(speaker.range.begin, speaker.range.size());
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(" \n"), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (word.empty()) continue;
    if (!head.empty() && (words_.of(word) & kPreposition) != 0) break;
    head = word;
  }
  return head;
}

Gender QuoteMemory::gender_of(std::string_view id) const {
  if (const auto known = genders_.find(id); known != genders_.end()) return known->second;
  if (id.starts_with('~')) id.remove_prefix(1);
  return words_.gender_of(id.substr(0, id.find('-')));
}

bool QuoteMemory::may_mean(std::string_view id, Gender gender) const {
  if (id.empty()) return false;
  const Gender own = gender_of(id);
  return gender == Gender::kUnknown || own == Gender::kUnknown || own == gender;
}

// `gender`: by what stands with the name.
void QuoteMemory::note_person(std::string_view id, Gender gender) {
  constexpr std::size_t kMostNamed = 8;
  if (gender != Gender::kUnknown && gender_of(id) == Gender::kUnknown)
    genders_.emplace(std::string(id), gender);
  const auto known = std::find(named_.begin(), named_.end(), id);
  if (known != named_.end()) {
    std::rotate(named_.begin(), known, known + 1);
    return;
  }
  named_.insert(named_.begin(), std::string(id));
  if (named_.size() > kMostNamed) named_.pop_back();
}

void QuoteMemory::note(const QuoteText& text, QuoteSentence sentence,
                       std::span<const QuoteName> names) {
  note_topic(text, sentence, names);
  note_several(text, sentence, names);
  if (const auto* name = topic_of(text, sentence.begin, sentence.end, names, false))
    body_ = name->id;
  note_short_forms(text, sentence, names);
}

// Whom the sentence is about: the first person, or whom its first pronoun means.
void QuoteMemory::note_topic(const QuoteText& text, QuoteSentence sentence,
                             std::span<const QuoteName> names) {
  const auto* name = topic_of(text, sentence.begin, sentence.end, names, true);
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    const QuotePiece& piece = text.pieces[i];
    if (name != nullptr && piece.range.end > name->range.begin) break;
    if (!piece.is_word() || piece.is_named() || !piece.can_be(kPersonal)) continue;
    const Gender gender = words_.gender_of(text.view(piece));
    if (!may_mean(person_, gender)) person_ = last_person(gender);
    return;
  }
  if (name == nullptr) name = owner_of(text, sentence, names);
  if (name != nullptr) person_ = name->id;
}

// "Roe and Poe", "the critics", "Republicans": those that stand before the first verb.
void QuoteMemory::note_several(const QuoteText& text, QuoteSentence sentence,
                               std::span<const QuoteName> names) {
  const auto is_person = [&](const QuotePiece& piece) {
    return piece.is_named() && names[piece.name].kind == "person";
  };
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    const QuotePiece& piece = text.pieces[i];
    if (!piece.is_word()) return;
    if (!piece.is_named() && piece.can_be(kFinite | kSpeaks)) {
      const bool opens = !text.pieces[sentence.begin].can_be(kBreak | kPreposition | kRelative);
      const auto speaker = SpeakerReader(text, names, words_).within(sentence.begin, i);
      if (opens && speaker && speaker->kind == QuoteSpeaker::Kind::kWords &&
          (words_.of(head_of(text, *speaker)) & kGroup) != 0)
        several_ = speaker->id;
      return;
    }
    const bool last = i + 1 == sentence.end || text.pieces[i + 1].name != piece.name;
    if (!piece.is_named() || piece.possessive || !last) continue;
    const QuoteName& name = names[piece.name];
    const bool joined = i + 2 < sentence.end && text.pieces[i + 1].can_be(kAnd) &&
                        is_person(piece) && is_person(text.pieces[i + 2]);
    const bool alone = i + 1 == sentence.end || !text.pieces[i + 1].is_word() ||
                       !text.pieces[i + 1].is_plain();  // not "News anchors"
    const bool group = name.kind == "org" && alone && words_.is_group(text.view(piece));
    if (joined || group) {
      several_ = name.id;
      return;
    }
  }
}

// "President Donald Trump", "the Justice Department": by these words they may stand again.
void QuoteMemory::note_short_forms(const QuoteText& text, QuoteSentence sentence,
                                   std::span<const QuoteName> names) {
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    const QuotePiece& piece = text.pieces[i];
    if (!piece.is_word() || !piece.is_named()) continue;
    const QuoteName& name = names[piece.name];
    const bool begins = i == sentence.begin || text.pieces[i - 1].name != piece.name;
    if (name.kind == "person" && begins) {
      const std::size_t dots =
          i > sentence.begin && text.pieces[i - 1].mark == '.' && i - 1 > sentence.begin ? 2 : 1;
      const QuotePiece* title = i >= sentence.begin + dots ? &text.pieces[i - dots] : nullptr;
      const bool is_title = title != nullptr && title->is_word() && !title->is_named();
      note_person(name.id, is_title ? words_.gender_of(text.view(*title)) : Gender::kUnknown);
      if (is_title && dots == 1 && title->is_plain())
        short_forms_[text::fold_case(text.view(*title))] = name.id;
      const bool longer = i + 1 < sentence.end && text.pieces[i + 1].name == piece.name;
      if (longer && words_.gender_of(text.view(piece)) != Gender::kUnknown)  // "Prince Poe"
        short_forms_[text::fold_case(text.view(piece))] = name.id;
    }
    const bool ends = i + 1 == sentence.end || text.pieces[i + 1].name != piece.name;
    if (name.kind == "org" && ends && !begins) {
      short_forms_[text::fold_case(text.view(piece))] = name.id;
    }
  }
}

void QuoteMemory::note(const QuoteText& text, const QuoteSpeaker& speaker) {
  const bool pronoun = speaker.kind == QuoteSpeaker::Kind::kPronoun;
  if (speaker.kind == QuoteSpeaker::Kind::kPerson || (pronoun && (speaker.bits & kPersonal) != 0)) {
    person_ = speaker_ = speaker.id;
    note_person(speaker.id, Gender::kUnknown);
  }
  if (speaker.kind == QuoteSpeaker::Kind::kBody || (pronoun && (speaker.bits & kImpersonal) != 0)) {
    body_ = speaker.id;
  }
  if (speaker.kind != QuoteSpeaker::Kind::kWords) return;
  const std::string_view head = head_of(text, speaker);
  if (head.empty()) return;
  short_forms_[text::fold_case(head)] = speaker.id;
  if (speaker.words_of_one) {
    person_ = speaker_ = speaker.id;
    note_person(speaker.id, words_.gender_of(head));
  } else if (words_.is_group(head)) {
    several_ = speaker.id;
  }
}

// The last speaker, else who was named last, of those who may be meant.
std::string QuoteMemory::last_person(Gender gender) const {
  if (may_mean(speaker_, gender)) return speaker_;
  const auto found = std::find_if(named_.begin(), named_.end(),
                                  [&](const std::string& id) { return may_mean(id, gender); });
  return found == named_.end() ? std::string() : *found;
}

bool QuoteMemory::resolve(const QuoteText& text, QuoteSentence sentence,
                          std::span<const QuoteName> names, QuoteSpeaker& speaker) const {
  if (speaker.kind == QuoteSpeaker::Kind::kPronoun) {
    resolve_pronoun(text, sentence, names, speaker);
    return !speaker.id.empty();
  }
  if (speaker.kind != QuoteSpeaker::Kind::kWords || !speaker.definite) return true;
  const std::string words = speaker.id;
  resolve_short_form(text, speaker);
  if (speaker.id != words) return true;
  if ((speaker.bits & kEpithet) != 0) {
    resolve_epithet(text, sentence, names, speaker);
    return true;
  }
  // "The North": a name that nobody knows.
  return words.find('-') != std::string::npos ||
         !base::is_ascii_upper(text.text[speaker.range.begin]);
}

void QuoteMemory::resolve_epithet(const QuoteText& text, QuoteSentence sentence,
                                  std::span<const QuoteName> names, QuoteSpeaker& speaker) const {
  const QuoteName* last = nullptr;
  for (std::size_t i = before(text, sentence, speaker); i > sentence.begin && last == nullptr;
       --i) {
    last = topic_of(text, i - 1, i, names, true);
  }
  if (last != nullptr) {
    speaker.id = last->id;
  } else if (!person_.empty()) {
    speaker.id = person_;
  }
  speaker.confidence = kShortFormSure;
}

void QuoteMemory::resolve_short_form(const QuoteText& text, QuoteSpeaker& speaker) const {
  const auto words = text.text.substr(speaker.range.begin, speaker.range.size());
  if (words.find(' ') != std::string_view::npos) return;
  const auto known = short_forms_.find(text::fold_case(words));
  if (known != short_forms_.end()) {
    speaker.id = known->second;
  } else if ((speaker.bits & kMedium) != 0 && !body_.empty()) {
    speaker.id = body_;
  } else {
    return;
  }
  speaker.confidence = kShortFormSure;
}

void QuoteMemory::resolve_pronoun(const QuoteText& text, QuoteSentence sentence,
                                  std::span<const QuoteName> names, QuoteSpeaker& speaker) const {
  if ((speaker.bits & kPlural) != 0) {
    if (!several_.empty()) speaker.id = several_;
    return;
  }
  const std::size_t end = before(text, sentence, speaker);
  if ((speaker.bits & kPersonal) == 0) {
    const QuoteName* name = topic_of(text, sentence.begin, end, names, false);
    speaker.id = name != nullptr ? std::string(name->id) : body_;
    return;
  }
  const Gender gender =
      words_.gender_of(text.text.substr(speaker.range.begin, speaker.range.size()));
  for (std::size_t i = sentence.begin; i < end; ++i) {
    const QuoteName* name = topic_of(text, i, i + 1, names, true);
    if (name == nullptr || is_governed(text, sentence.begin, i) || !may_mean(name->id, gender))
      continue;
    speaker.id = name->id;
    return;
  }
  speaker.id = may_mean(person_, gender) ? person_ : last_person(gender);
}

}  // namespace dateline::actors
