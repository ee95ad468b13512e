// Sees one line of a page.  In: text, span, rules.  Out: its shape, its phrases, what it states.
// Method: the line is cut into tokens once; every question is asked of these.
// Tested by tests/article/line_test.cpp.
#include "article/line.hpp"

#include "article/credits.hpp"
#include "article/date_text.hpp"
#include "article/spoken_dates.hpp"
#include "article/statements.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace dateline::article {
namespace {

constexpr std::size_t kMaxFurnitureWords = 25;
constexpr std::size_t kMaxLongFurniture = 80;  // words, where more than one thing says so
constexpr std::size_t kMaxCaptionWords = 120;
constexpr std::size_t kMaxSceneWords = 50;
constexpr std::size_t kMaxBylineWords = 14;
constexpr std::size_t kTopBylines = 12;  // lines; further down other stories have theirs
constexpr std::size_t kMaxJobWords = 10;

// Capitals with full stops between them: the end of "in the U.S.", not of "at 10 a.m."
bool ends_in_acronym(std::string_view text, Tokens tokens) {
  const auto initial = [&](std::size_t back) {
    const Token& letter = tokens[tokens.size() - back - 1];
    return is_mark(tokens[tokens.size() - back], '.') && is_word(letter) &&
           letter.range.size() == 1 && is_name(text, letter);
  };
  return tokens.size() >= 4 && initial(1) && initial(3);
}

void see_end(Line& line, std::string_view text, Tokens tokens) {
  while (!tokens.empty() && is_one_of(tokens.back(), ")]}\"'")) {
    tokens = tokens.first(tokens.size() - 1);
  }
  if (tokens.empty() || tokens.back().kind != TokenKind::kMark) return;
  line.end = tokens.back().hash < 0x80 ? static_cast<char>(tokens.back().hash) : '*';
  line.closed = is_one_of(tokens.back(), ".!?");
  line.acronym = ends_in_acronym(text, tokens);
}

bool is_bullet(const Token& token) {
  constexpr std::uint64_t kDot = 0x2022, kTriangle = 0x2023, kMiddleDot = 0xB7, kArrow = 0x2192;
  if (token.kind != TokenKind::kMark) return false;
  if (is_one_of(token, "-*+>([")) return true;
  const std::uint64_t mark = token.hash;
  const bool drawn = mark >= 0x2500 && mark < 0x2800;  // boxes, blocks, shapes, dingbats
  return drawn || mark == kDot || mark == kTriangle || mark == kMiddleDot || mark == kArrow;
}

// "1." and "a)" begin items too; "U." begins "U.S.".
bool begins_list(std::string_view text, Tokens tokens) {
  const Token& first = tokens.front();
  if (is_bullet(first)) return true;
  if (tokens.size() < 2) return false;
  if (number_of(text, first) >= 0) return is_one_of(tokens[1], ".):");
  return is_word(first) && first.range.size() == 1 && is_mark(tokens[1], ')');
}

bool is_headline(std::string_view text, Tokens tokens) {
  constexpr std::size_t kLongWord = 4;  // bytes; shorter ones stay small in headlines
  std::size_t capitals = 0;
  std::size_t all = 0;
  for (const Token& token : tokens) {
    if (!is_word(token) || token.range.size() < kLongWord) continue;
    ++all;
    if (is_name(text, token)) ++capitals;
  }
  return all > 0 && capitals * 100 >= all * 85;
}

bool is_shouted(Tokens tokens) {
  return std::all_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return !is_word(token) || token.shouted || token.range.size() == 1;
  });
}

bool is_one_sentence(std::string_view text, Tokens tokens) {
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    const bool stop = is_one_of(tokens[i], ".!?") && tokens[i - 1].range.size() > 3;
    if (stop && is_word(tokens[i - 1]) && is_name(text, tokens[i + 1])) return false;
  }
  return true;
}

bool holds_address(std::string_view line) {
  return line.find('@') != std::string_view::npos || line.find("://") != std::string_view::npos ||
         line.find("www.") != std::string_view::npos;
}

// What is asked of every line.
void see_shape(Line& line, std::string_view text, Tokens tokens) {
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kMark) {
      line.broken |= is_one_of(token, ":|\"") || is_parting_dash(text, token);
      continue;
    }
    ++line.words;
    line.words_hash = mix_word(line.words_hash, token.hash);
  }
  see_end(line, text, tokens);
  if (tokens.empty()) return;
  line.quoted = is_one_of(tokens.front(), "\"'");
  line.listed = begins_list(text, tokens);
  const bool small = is_word(tokens.front()) && base::is_ascii_lower(text[line.span.range.begin]);
  line.capital = !small;
}

// What only lines are asked that may be something else than body.
void see_more(Line& line, std::string_view text, Tokens tokens) {
  line.one_sentence = is_one_sentence(text, tokens);
  line.shouted = is_shouted(tokens);
  if (line.words <= kMaxFurnitureWords) line.headline = is_headline(text, tokens);
  if (line.closed && line.end == '.' && !line.scene) return;
  line.address = holds_address(text.substr(line.span.range.begin, line.span.range.size()));
  line.headline = is_headline(text, tokens);
  const auto date = find_date(text, tokens);
  line.dated = date && date->has_year();
}

// "Zelensky, left," and, at the beginning, "The minister, left, greets"; but not "Right, right," and
// not "From the left, right, and centre".
bool is_named_before(std::string_view text, Tokens tokens, std::size_t comma) {
  constexpr std::size_t kNearBeginning = 4;  // tokens
  constexpr std::size_t kShortestVerb = 4;   // bytes: not "and", "or", "but"
  if (comma == 0 || comma + 1 >= tokens.size()) return false;
  if (tokens[comma - 1].hash == tokens[comma + 1].hash) return false;
  if (is_name(text, tokens[comma - 1])) return true;
  return comma <= kNearBeginning && is_word(tokens[comma - 1]) && is_name(text, tokens[0]) &&
         comma + 3 < tokens.size() && is_mark(tokens[comma + 2], ',') &&
         is_word(tokens[comma + 3]) && tokens[comma + 3].range.size() >= kShortestVerb &&
         !is_name(text, tokens[comma + 3]);
}

// "(pictured)" and ", left," say caption by themselves, "looks on" only together with something
// else; ", left," must follow a name, or "the left, right, and centre" would be a picture.
bool shows_scene(std::string_view text, Tokens tokens, const PhraseList& phrases, Line& line) {
  for (auto match = phrases.find(tokens); match; match = phrases.find(tokens, match->first + 1)) {
    if (!phrases.has_marks(match->phrase)) {
      line.scene = true;
    } else if (!is_mark(tokens[match->first], ',') || is_named_before(text, tokens, match->first)) {
      judge(line, Role::kCaption,
            "photo caption: '" + phrases.name(match->phrase) + "' says what a picture shows");
      return true;
    }
  }
  return false;
}

// "Photos: The flood Photos: The flood A man wades": galleries and players say their title twice.
bool says_title_twice(Tokens tokens, Line& line) {
  constexpr std::size_t kShortest = 4, kLongest = 40;  // tokens of a title
  for (std::size_t n = kShortest; n <= kLongest && 2 * n <= tokens.size(); ++n) {
    if (tokens[n].hash != tokens[0].hash || is_one_of(tokens[n - 1], ".!?")) continue;
    const auto same = [](const Token& a, const Token& b) { return a.hash == b.hash; };
    const auto middle = tokens.begin() + static_cast<std::ptrdiff_t>(n);
    if (!std::equal(tokens.begin(), middle, middle, same)) continue;
    judge(line, Role::kCaption, "says its title twice, as galleries and players do");
    return true;
  }
  return false;
}

bool is_caption(std::string_view text, Tokens tokens, const PageRules& rules, Line& line) {
  if (says_title_twice(tokens, line)) return true;
  if (line.words > kMaxCaptionWords) return false;
  if (const auto credit = find_credit(text, tokens, rules.credits, line.closed)) {
    judge(line, Role::kCaption, "photo credit: " + *credit);
    return true;
  }
  return line.words <= kMaxSceneWords && shows_scene(text, tokens, rules.scene_words, line);
}

// A single word such as "cookies" stands in stories too: such a match alone is weak.  So is a phrase in
// a long line, unless it begins or ends it, or another one is there.
bool is_furniture(Tokens tokens, const PageRules& rules, Line& line) {
  if (line.words > kMaxLongFurniture || (line.quoted && line.closed)) return false;
  const PhraseList& junk = rules.junk;
  const bool brief = line.words <= kMaxFurnitureWords;
  for (auto match = junk.find(tokens); match; match = junk.find(tokens, match->first + 1)) {
    const std::size_t phrase = match->phrase;
    const bool anchored = junk.is_anchored(phrase);
    if (junk.is_single_word(phrase) && !anchored) {
      line.weak_junk |= brief;
    } else if (brief || line.long_junk ||
               (anchored && match->last - match->first > 1 && !junk.has_marks(phrase))) {
      judge(line, Role::kJunk, "page furniture: '" + junk.name(phrase) + "'");
      return true;
    } else {
      line.long_junk = true;
    }
  }
  return false;
}

// "Jane Doe is a senior fellow at the institute."
bool tells_of_author(std::string_view text, Tokens tokens, const PageRules& rules,
                     const Line& line) {
  constexpr std::size_t kLongestName = 7, kBetween = 16;  // tokens
  if (line.words > kMaxLongFurniture || tokens.empty() || !is_name(text, tokens[0])) return false;
  const auto is = rules.author_is.find(tokens.first(std::min(tokens.size(), kLongestName + 3)));
  if (!is || is->first == 0 || is->first > kLongestName) return false;
  const Tokens name = tokens.first(is->first);
  const bool named = std::all_of(name.begin(), name.end(), [&](const Token& token) {
    return token.kind == TokenKind::kMark || is_name(text, token);
  });
  const Tokens rest = tokens.subspan(is->last);
  return named && rules.author_jobs.find(rest.first(std::min(rest.size(), kBetween)));
}

// "By" counts before a name: a capital, then another or nothing.
bool is_name_behind(std::string_view text, Tokens rest) {
  if (rest.empty() || !is_name(text, rest.front())) return false;
  return rest.size() == 1 || rest[1].kind == TokenKind::kMark || is_name(text, rest[1]);
}

Name name_in(std::string_view text, Tokens tokens, const PageRules& rules, const Line& line) {
  if (line.words > kMaxFurnitureWords) return Name::kNone;
  if (const auto match = rules.bylines.find(tokens)) {
    const bool name = is_name_behind(text, tokens.subspan(match->last)) && !line.closed &&
                      line.words <= kMaxBylineWords;
    if (!rules.bylines.is_single_word(match->phrase) || name) return Name::kByline;
  }
  const bool comma = tokens.size() > 3 && (is_mark(tokens[2], ',') || is_mark(tokens[3], ','));
  const bool named = comma && is_name_behind(text, tokens) && !line.closed;
  return named && line.words <= kMaxJobWords && rules.jobs.find(tokens, 3) ? Name::kJob
                                                                           : Name::kNone;
}

// The role that the line has whatever stands around it, if it has one.
void judge_alone(Line& line, std::string_view text, Tokens tokens, std::size_t number,
                 const PageRules& rules, Stated& stated) {
  if (find_source(text, tokens, number, rules, stated)) {
    judge(line, Role::kSource, "names the source");
    return;
  }
  if (is_caption(text, tokens, rules, line)) return;
  line.name = name_in(text, tokens, rules, line);
  if (line.name == Name::kNone && is_furniture(tokens, rules, line)) return;
  line.bio = tells_of_author(text, tokens, rules, line);
  const bool published = find_published(text, tokens, line, rules, stated);
  if (published && line.name == Name::kNone) {
    judge(line, Role::kDateline, "says when it was published");
  } else if (!published && line.name == Name::kByline && number < kTopBylines) {
    find_date_of_byline(text, tokens, stated);
  }
}

}  // namespace

Line look(std::string_view text, const Span& span, std::size_t number, const PageRules& rules,
          std::vector<Token>& tokens, Stated& stated) {
  Line line;
  line.span = span;
  const bool long_block = span.range.size() > kLooked;
  const std::size_t end =
      long_block ? base::floor_boundary(text, span.range.begin + kLooked) : span.range.end;
  tokens.clear();
  tokenize(text, {span.range.begin, end}, tokens);
  see_shape(line, text, tokens);
  line.dateline = find_dateline(text, tokens, number, stated);
  find_named_days(text, tokens, number, rules, stated);
  find_spoken_dates(text, tokens, number, rules, stated);
  if (long_block) {
    line.closed = true;
    return line;
  }
  judge_alone(line, text, tokens, number, rules, stated);
  see_more(line, text, tokens);
  return line;
}

}  // namespace dateline::article
