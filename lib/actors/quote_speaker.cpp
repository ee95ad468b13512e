// Finds the head of a subject.  In: pieces.  Out: the speaker.
// Tested by tests/actors/quote_speaker_test.cpp.
#include "actors/quote_speaker.hpp"

#include "actors/unlisted.hpp"
#include "base/utf8.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace dateline::actors {
namespace {

constexpr std::size_t kMostSubject = 16;   // pieces
constexpr std::size_t kMostAddressee = 8;  // pieces
constexpr std::size_t kMostHeadWords = 8;  // of them before a preposition

constexpr double kSureName = 0.95;
constexpr double kSureBody = 0.9;
constexpr double kUnnamed = 0.8;
constexpr double kPronounSure = 0.65;

constexpr std::uint32_t kPronouns = kPersonal | kImpersonal | kPlural;
constexpr std::uint32_t kArticles = kDefinite | kIndefinite;
constexpr std::uint32_t kEndsSubject =
    kSpeaks | kSaying | kFinite | kBreak | kThat | kRelative | kOwn | kDenies;

}  // namespace

std::string speaker_slug(std::string_view words) {
  std::string slug;
  std::string folded = text::fold_accents(text::fold_case(words));
  for (std::size_t at = folded.find("'s "); at != std::string::npos; at = folded.find("'s ")) {
    folded.erase(at, 2);
  }
  for (const char c : folded) {
    const bool keep =
        base::is_ascii_alpha(c) || base::is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (keep) {
      slug.push_back(c);
    } else if (c != '.' && c != '\'' && !slug.empty() && slug.back() != '-') {
      slug.push_back('-');
    }
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

std::vector<std::string> speaker_ids(const Catalog& catalog, std::string_view name) {
  const auto listed = catalog.named(name);
  if (!listed.empty()) return {catalog[listed.front()].actor.id};
  return {std::string(name), unlisted_id(name), speaker_slug(name)};
}

// Where the words of a subject end, on either side.
bool SpeakerReader::parts(const QuotePiece& piece) const {
  if (!piece.is_word()) return true;
  return !piece.is_named() && piece.can_be(kEndsSubject) && !piece.can_be(kPronouns);
}

std::optional<QuoteSpeaker> SpeakerReader::behind(std::size_t begin, std::size_t last) const {
  std::size_t end = begin;
  for (; end < last && end - begin < kMostSubject; ++end) {
    const QuotePiece& piece = text_.pieces[end];
    const bool abbreviated =
        piece.mark == '.' && end > begin && text_.pieces[end - 1].can_be(kShortened);
    if (abbreviated) continue;  // "Rep. Joe Barton"
    const bool joined = piece.can_be(kAnd) && joins_words(begin, end, last);
    const bool polled =
        piece.can_be(kBy) && end > begin + 1 && words_.is_past(text_.view(text_.pieces[end - 1]));
    if (joined || polled) continue;
    if (parts(piece) || piece.can_be(kBy)) break;
    const bool goes_on = piece.is_named() || piece.can_be(kJoins) || !piece.can_be(kPreposition);
    if (!goes_on || (piece.can_be(kTime) && !piece.is_named())) break;
    if (end > begin && piece.can_be(kPronouns)) break;
  }
  return within(begin, end);
}

// "Lobbyists and party sources.": nothing but words without names to the next mark.
bool SpeakerReader::joins_words(std::size_t begin, std::size_t conjunction,
                                std::size_t last) const {
  constexpr std::size_t kMostJoined = 4;
  const auto plain = [&](std::size_t i) {
    const QuotePiece& piece = text_.pieces[i];
    return piece.is_word() && !piece.is_named() && piece.is_plain() && !piece.capital;
  };
  if (conjunction == begin || !plain(conjunction - 1)) return false;
  std::size_t end = conjunction + 1;
  while (end < last && end - conjunction <= kMostJoined && plain(end)) ++end;
  return end > conjunction + 1 && words_.is_group(text_.view(text_.pieces[end - 1])) &&
         (end == last || text_.pieces[end].mark != 0);
}

// "In Moscow the Kremlin": the subject is what follows the words that open the clause.
std::size_t SpeakerReader::behind_opening(std::size_t begin, std::size_t end) const {
  for (std::size_t i = end; i-- > begin + 1;) {
    const QuotePiece& piece = text_.pieces[i];
    const QuotePiece& left = text_.pieces[i - 1];
    const bool begins = piece.can_be(kPronouns | kArticles) || piece.is_named();
    const bool bound = left.can_be(kPreposition | kArticles) || left.possessive ||
                       (left.is_named() && left.name == piece.name);
    if (begins && !bound) return i;
  }
  return end;
}

std::optional<QuoteSpeaker> SpeakerReader::within(std::size_t begin, std::size_t end) const {
  const auto& pieces = text_.pieces;
  const auto opens = [&](std::size_t i) {
    constexpr std::uint32_t kOthers = kPronouns | kArticles;
    return !pieces[i].is_named() && pieces[i].can_be(kHelps | kTime) && !pieces[i].can_be(kOthers);
  };
  while (begin < end && opens(begin)) ++begin;
  while (end > begin && opens(end - 1)) --end;
  const auto is_preposition = [](const QuotePiece& piece) {
    return !piece.is_named() && piece.can_be(kPreposition);
  };
  if (begin < end && is_preposition(pieces[begin])) begin = behind_opening(begin, end);
  if (begin >= end) return std::nullopt;
  const auto ends_core = [&](std::size_t i) {
    const QuotePiece& piece = pieces[i];
    const bool participle = i > begin && i + 1 < end && piece.bits == 0 && !piece.is_named() &&
                            piece.is_word() && !piece.capital &&
                            words_.is_past(text_.view(piece)) &&
                            pieces[i + 1].can_be(kPreposition | kBy);
    return participle || is_preposition(piece);  // "economists | polled by", "officials | in"
  };
  std::size_t core = begin;
  while (core < end && !ends_core(core)) ++core;
  if (auto holder = behind_office(begin, core, end)) return holder;
  const QuotePiece& head = pieces[core - 1];
  if (!head.is_named() && head.can_be(kPronouns)) {
    return QuoteSpeaker{
        QuoteSpeaker::Kind::kPronoun, {}, head.range, head.bits, false, false, kPronounSure};
  }
  if (head.possessive) return std::nullopt;
  if (head.is_span()) return in_marks(text_.spans[head.span].inner);
  if (head.is_named()) {
    const bool is_alone =
        core - begin == 1 || (core - begin == 2 && pieces[begin].can_be(kDefinite));
    if (auto speaker = named(head, is_alone)) return speaker;
  }
  // "the GUR agency"
  const bool in_apposition =
      head.can_be(kMedium) && core - begin > 1 && pieces[core - 2].is_named();
  if (in_apposition && !pieces[core - 2].possessive) {
    if (auto speaker = named(pieces[core - 2], true)) return speaker;
  }
  return in_words(begin, core, end);
}

// "Secretary of State Jane Roe": not the secretary of somebody.
std::optional<QuoteSpeaker> SpeakerReader::behind_office(std::size_t begin, std::size_t core,
                                                         std::size_t end) const {
  const auto& pieces = text_.pieces;
  if (core == begin || core + 2 >= end || !pieces[core - 1].capital) return std::nullopt;
  const QuotePiece& last = pieces[end - 1];
  if (!last.is_named() || last.possessive || names_[last.name].kind != "person")
    return std::nullopt;
  std::size_t first = end - 1;
  while (first > core && pieces[first - 1].name == last.name) --first;
  for (std::size_t i = core + 1; i < first; ++i) {
    if (!pieces[i].capital) return std::nullopt;
  }
  return first > core + 1 ? named(last, true) : std::nullopt;
}

std::optional<QuoteSpeaker> SpeakerReader::named(const QuotePiece& piece, bool is_alone) const {
  const QuoteName& name = names_[piece.name];
  if (name.how == How::kAdjective && !is_alone) return std::nullopt;
  QuoteSpeaker speaker;
  const bool is_person = name.kind == "person";
  speaker.kind = is_person ? QuoteSpeaker::Kind::kPerson : QuoteSpeaker::Kind::kBody;
  speaker.id = name.id;
  speaker.range = name.range;
  speaker.confidence = is_person ? kSureName : kSureBody;
  return speaker;
}

// 'According to “people in the town”'.
std::optional<QuoteSpeaker> SpeakerReader::in_marks(Range words) const {
  constexpr std::size_t kMostBytes = 60;
  if (words.empty() || words.size() > kMostBytes) return std::nullopt;
  const std::string id = speaker_slug(text_.text.substr(words.begin, words.size()));
  return QuoteSpeaker{QuoteSpeaker::Kind::kWords, id, words, 0, false, false, kUnnamed};
}

std::optional<QuoteSpeaker> SpeakerReader::in_words(std::size_t begin, std::size_t core,
                                                    std::size_t end) const {
  const auto& pieces = text_.pieces;
  const auto is_small = [&](std::size_t i) { return pieces[i].is_word() && !pieces[i].capital; };
  const auto is_group = [&](std::size_t i) { return words_.is_group(text_.view(pieces[i])); };
  const std::size_t last = core - 1;
  // "Officials familiar with it".
  const bool adjective = core < end && last > begin && pieces[last].bits == 0 && is_small(last) &&
                         is_small(last - 1) && !is_group(last) && is_group(last - 1);
  const QuotePiece& head = pieces[adjective ? last - 1 : last];
  const char first = text_.text[head.range.begin];
  const bool is_letter = base::is_ascii_alpha(first) || static_cast<unsigned char>(first) >= 0x80;
  constexpr std::uint32_t kNoHead = kText | kDefinite | kOwn | kTime | kHelps;
  if (!is_letter || head.can_be(kNoHead) || core - begin > kMostHeadWords) return std::nullopt;
  // "citing unnamed sources" goes on about somebody else.
  const bool participle = !pieces[begin].capital && pieces[begin].bits == 0 &&
                          words_.is_participle(text_.view(pieces[begin])) && core - begin > 1;
  if (participle) return std::nullopt;
  // "many", but no "a"; "officials" or "an official", but no "official" alone.
  if (head.can_be(kIndefinite) && (core - begin > 1 || head.range.size() < 4)) return std::nullopt;
  for (std::size_t i = begin; i < core; ++i) {
    if (!pieces[i].is_named() && pieces[i].can_be(kText))
      return std::nullopt;  // "the report released"
  }
  const bool has_article = pieces[begin].can_be(kArticles) || pieces[begin].is_named();
  if (!has_article && !head.capital && !words_.is_group(text_.view(head))) return std::nullopt;
  const bool joins = core < end && (pieces[core].can_be(kJoins) || pieces[core].is_plain()) &&
                     end - begin <= kMostWords;
  const bool definite = pieces[begin].can_be(kDefinite);
  if (definite) ++begin;
  if (begin >= core) return std::nullopt;
  QuoteSpeaker speaker;
  speaker.range = {pieces[begin].range.begin, pieces[(joins ? end : core) - 1].range.end};
  speaker.id = speaker_slug(text_.text.substr(speaker.range.begin, speaker.range.size()));
  speaker.definite = definite;
  speaker.words_of_one =
      pieces[begin].can_be(kIndefinite) && !head.capital && !words_.is_group(text_.view(head));
  speaker.bits = head.bits;
  speaker.confidence = kUnnamed;
  return speaker.id.empty() ? std::nullopt : std::optional(speaker);
}

std::optional<QuoteSpeaker> SpeakerReader::first_name(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i < end && text_.pieces[i].is_word(); ++i) {
    if (text_.pieces[i].is_named()) return named(text_.pieces[i], false);
  }
  return std::nullopt;
}

bool SpeakerReader::ends_in_name(QuoteSentence sentence, std::size_t verb) const {
  const auto& pieces = text_.pieces;
  const auto speaker = behind(verb + 1, sentence.end);
  if (!speaker || speaker->kind != QuoteSpeaker::Kind::kPerson) return false;
  std::size_t end = verb + 1;
  while (end < sentence.end && pieces[end].range.begin < speaker->range.end) ++end;
  const bool ends = end == sentence.end || pieces[end].mark != 0 ||
                    (!pieces[end].is_named() && pieces[end].can_be(kTime | kPreposition));
  if (!ends) return false;
  return std::any_of(
      pieces.begin() + static_cast<std::ptrdiff_t>(sentence.begin),
      pieces.begin() + static_cast<std::ptrdiff_t>(verb),
      [](const QuotePiece& piece) { return !piece.is_named() && piece.can_be(kFinite); });
}

std::size_t SpeakerReader::addressee_end(std::size_t begin, std::size_t last) const {
  std::size_t end = begin;
  for (; end < last && end - begin < kMostAddressee; ++end) {
    const QuotePiece& piece = text_.pieces[end];
    if (!piece.is_word()) break;
    if (piece.is_named()) continue;
    constexpr std::uint32_t kStops =
        kThat | kBreak | kFinite | kRelative | kSpeaks | kTime | kPronouns | kPreposition;
    if (piece.can_be(kStops) || (end > begin && piece.can_be(kArticles))) break;
  }
  return end;
}

std::optional<QuoteSpeaker> SpeakerReader::subject(std::size_t begin, std::size_t end) const {
  bool bound = false;  // behind a preposition
  for (std::size_t i = begin; i < end; ++i) {
    const QuotePiece& piece = text_.pieces[i];
    if (!piece.is_word()) {
      bound = bound && piece.mark != ',';
      continue;
    }
    if (piece.is_named()) {
      const bool last = i + 1 == end || text_.pieces[i + 1].name != piece.name;
      if (!last) continue;
      const bool free = !bound && !piece.possessive;
      const bool is_person = names_[piece.name].kind == "person";
      // "White House officials", "US President Trump": the name belongs to what follows.
      const bool alone = is_person || i + 1 == end || !text_.pieces[i + 1].is_word() ||
                         !text_.pieces[i + 1].is_plain();
      const bool goes_on =
          i + 1 < end && text_.pieces[i + 1].is_word() && text_.pieces[i + 1].capital;
      bound = bound && goes_on && !piece.possessive;  // "before U.S. District Judge Jesse Furman"
      if (!free || !alone || names_[piece.name].how == How::kAdjective) continue;
      return named(piece, true);
    }
    if (piece.can_be(kPreposition)) {
      bound = true;
    } else if (piece.can_be(kPersonal | kPlural)) {
      return QuoteSpeaker{
          QuoteSpeaker::Kind::kPronoun, {}, piece.range, piece.bits, false, false, kPronounSure};
    } else if (!piece.can_be(kArticles) && !piece.capital && !piece.is_plain()) {
      bound = false;
    }
  }
  return std::nullopt;
}

}  // namespace dateline::actors
