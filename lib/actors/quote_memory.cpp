// Remembers who was named.  In: sentences.  Out: ids of pronouns and short forms.
// Tested by tests/actors/quote_memory_test.cpp.
#include "actors/quote_memory.hpp"

#include "text/fold.hpp"

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

std::string_view last_word(std::string_view words) {
  const std::size_t blank = words.find_last_of(" \n");
  return blank == std::string_view::npos ? words : words.substr(blank + 1);
}

}  // namespace

void QuoteMemory::note(const QuoteText& text, QuoteSentence sentence,
                       std::span<const QuoteName> names) {
  if (const auto* name = topic_of(text, sentence.begin, sentence.end, names, true)) {
    person_ = name->id;
  } else if (const auto* owner = owner_of(text, sentence, names)) {
    person_ = owner->id;
  }
  if (const auto* name = topic_of(text, sentence.begin, sentence.end, names, false)) {
    body_ = name->id;
  }
  // "President Donald Trump", "the Justice Department": by these words they may stand again.
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    const QuotePiece& piece = text.pieces[i];
    if (!piece.is_word() || !piece.is_named()) continue;
    const QuoteName& name = names[piece.name];
    const bool begins = i == sentence.begin || text.pieces[i - 1].name != piece.name;
    if (name.kind == "person" && begins && i > sentence.begin) {
      const QuotePiece& title = text.pieces[i - 1];
      if (title.is_word() && !title.is_named() && title.bits == 0) {
        short_forms_[text::fold_case(text.view(title))] = name.id;
      }
    }
    const bool ends = i + 1 == sentence.end || text.pieces[i + 1].name != piece.name;
    if (name.kind == "org" && ends && !begins) {
      short_forms_[text::fold_case(text.view(piece))] = name.id;
    }
  }
}

void QuoteMemory::note(const QuoteText& text, const QuoteSpeaker& speaker) {
  if (speaker.kind == QuoteSpeaker::Kind::kPerson) person_ = speaker.id;
  if (speaker.kind == QuoteSpeaker::Kind::kPronoun && (speaker.bits & kPersonal) != 0)
    person_ = speaker.id;
  if (speaker.kind != QuoteSpeaker::Kind::kWords) return;
  const auto words = text.text.substr(speaker.range.begin, speaker.range.size());
  const std::string_view head = last_word(words.substr(0, words.find(" for ")));
  short_forms_[text::fold_case(head)] = speaker.id;
  if (speaker.words_of_one) person_ = speaker.id;
  if (head.ends_with('s')) several_ = speaker.id;
}

bool QuoteMemory::resolve(const QuoteText& text, QuoteSentence sentence,
                          std::span<const QuoteName> names, QuoteSpeaker& speaker) const {
  if (speaker.kind == QuoteSpeaker::Kind::kPronoun) {
    resolve_pronoun(text, sentence, names, speaker);
    return !speaker.id.empty();
  }
  if (speaker.kind != QuoteSpeaker::Kind::kWords || !speaker.definite) return true;
  if ((speaker.bits & kEpithet) != 0) {
    resolve_epithet(text, sentence, names, speaker);
  } else {
    resolve_short_form(text, speaker);
  }
  return true;
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
  const bool plural = (speaker.bits & kPlural) != 0;
  const bool person = (speaker.bits & kPersonal) != 0 && !plural;
  if (plural && !several_.empty()) {
    speaker.id = several_;
    return;
  }
  const std::size_t end = before(text, sentence, speaker);
  const QuoteName* name = topic_of(text, sentence.begin, end, names, person);
  if (name != nullptr) {
    speaker.id = name->id;
  } else {
    speaker.id = person ? person_ : body_;
  }
}

}  // namespace dateline::actors
