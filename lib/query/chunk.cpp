// Reads a chunk of a query's text.  In: the chunk.  Out: words, values and operators.
// Method: signs and fields are taken from the front one by one, punctuation from the back.
// Tested by tests/query/chunk_test.cpp.
#include "query/chunk.hpp"

#include "base/utf8.hpp"
#include "query/signs.hpp"
#include "query/typed.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace dateline::query {
namespace {

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) base::next_code_point(text, at);
  return count;
}

class ChunkReader {
 public:
  ChunkReader(std::string_view typed, Range range, Tokens& tokens, Warnings& warnings)
      : text_(typed), range_(range), tokens_(tokens), warnings_(warnings) {}

  std::optional<Prefix> run(bool touches_group);

 private:
  bool read_operation();
  std::string_view read_prefix(bool touches_group);
  void read_name(std::string_view name, bool alone);
  void read_value(const Field& field, std::string_view typed);
  void read_word(const Word& word);
  void read_fuzzy(const Word& word, std::size_t letters, Query& node);

  Range where(std::string_view part) const {
    const auto begin = range_.begin + static_cast<std::size_t>(part.data() - text_.data());
    return {begin, begin + part.size()};
  }

  const std::string_view text_;
  const Range range_;
  Prefix prefix_{.begin = range_.begin};
  Tokens& tokens_;
  Warnings& warnings_;
};

std::optional<Prefix> ChunkReader::run(bool touches_group) {
  if (read_operation()) return std::nullopt;
  if (text_.starts_with("NEAR/") || text_.starts_with("ONEAR/")) {
    warnings_.add(range_, "NEAR takes a number of words, as in NEAR/5; this is searched as words");
  }
  const std::string_view rest = read_prefix(touches_group);
  if (rest.empty() && touches_group) return prefix_;
  if (has_content(trim_word(rest).text)) {
    const Field* const field = prefix_.value_field();
    field ? read_value(*field, rest) : read_word(trim_word(rest));
  } else if (prefix_.field != nullptr) {
    tokens_.drop_field(prefix_, range_.end, "stands before no word and is left out");
  }
  return std::nullopt;
}

bool ChunkReader::read_operation() {
  using Kind = Token::Kind;
  const auto op = read_operator(text_);
  if (!op) return false;
  constexpr std::array kKinds{Kind::kAnd, Kind::kOr, Kind::kNot, Kind::kNear};
  Token& token = tokens_.add(kKinds.at(static_cast<std::size_t>(op->kind)), range_);
  token.term = word_node(text_, range_);
  token.ordered = op->ordered;
  token.distance = std::clamp(op->distance, 1U, 100U);
  if (token.kind == Kind::kNear && token.distance != op->distance) {
    warnings_.add(range_, "NEAR reaches over 1 to 100 words; here it is read as NEAR/" +
                              std::to_string(token.distance));
  }
  return true;
}

// Takes signs and names from the front; what is left may be a word or a value.
std::string_view ChunkReader::read_prefix(bool touches_group) {
  std::string_view rest = text_;
  while (true) {
    const Lead lead = read_lead(rest);
    rest.remove_prefix(lead.size);
    if (prefix_.sign == 0) prefix_.sign = lead.sign;
    if (const Field* const field = prefix_.value_field()) {
      if (rest.empty() || value_node(*field, rest, tokens_.today())) return rest;
      tokens_.drop_date(prefix_, rest, range_.end);
      prefix_.field = nullptr;
    }
    const std::string_view name = field_name(rest);
    if (name.empty()) return rest;
    rest.remove_prefix(name.size() + 1);
    read_name(name, rest.empty() && !touches_group);
  }
}

// A name and its colon; `alone`: nothing stands behind it, as in a sentence.
void ChunkReader::read_name(std::string_view name, bool alone) {
  const Field* const field = find_field(name);
  if (field != nullptr && !alone) {
    if (prefix_.field != nullptr) {
      warnings_.add(range_,
                    "two fields stand before one word, and only the last is used; brackets "
                    "join them, as in title:(actor:nato)");
    }
    prefix_.field = field;
    return;
  }
  if (!alone) warnings_.add(where(name), unknown_field(name));
  if (alone && field != nullptr) {
    warnings_.add(where(name),
                  "what is looked up in a field stands right behind the colon, as in "
                  "title:nato; this field is left out");
    return;
  }
  if (has_content(name)) tokens_.add_term(word_node(name, where(name)), prefix_);
}

void ChunkReader::read_value(const Field& field, std::string_view typed) {
  Word word = trim_word(typed);
  const unsigned least = field.kind == Query::Kind::kActor ? take_least(word.text) : 0;
  const std::string plain = without_wildcards(word.text);
  if (word.star || word.fuzzy || plain.size() < word.text.size()) {
    warnings_.add(range_,
                  "\"*\", \"?\" and \"~\" are not understood in a name or date; it is searched "
                  "without them");
  }
  const bool date = field.kind == Query::Kind::kDate;
  Token& token =
      tokens_.add_value(date ? typed : plain, word_node(plain, where(word.text)), prefix_);
  if (least > 0) token.term.distance = least;
}

void ChunkReader::read_word(const Word& word) {
  Query node = word_node(word.text, where(word.text));
  const std::string plain = without_wildcards(word.text);
  const bool wild = word.star || plain.size() < word.text.size();
  const std::size_t letters = count_characters(plain);
  if (wild && letters < 2) {
    warnings_.add(range_,
                  "\"*\" and \"?\" need two characters beside them; the word is searched "
                  "without them");
    node = word_node(plain, where(word.text));
  } else if (plain.size() < word.text.size()) {
    node.kind = Query::Kind::kWildcard;
    node.text = std::string(word.text) + (word.star ? "*" : "");
  } else if (word.star) {
    node.kind = Query::Kind::kPrefix;
    node.text = word.text;
  } else if (word.fuzzy) {
    read_fuzzy(word, letters, node);
  }
  if (wild && word.fuzzy) warnings_.add(range_, "\"~\" beside \"*\" or \"?\" is left out");
  tokens_.add_term(std::move(node), prefix_);
}

// Short words are not near any other: by default no edit below 3 characters, one below 6, else two.
void ChunkReader::read_fuzzy(const Word& word, std::size_t letters, Query& node) {
  constexpr unsigned kMostEdits = 2;
  const unsigned usual = letters < 3 ? 0 : letters < 6 ? 1 : kMostEdits;
  if (word.edits > kMostEdits) {
    warnings_.add(range_, "words are found within two edits at most; here it is read as ~2");
  }
  node.distance = std::min(word.edits == 0 ? usual : word.edits, kMostEdits);
  if (node.distance == 0 || letters < 2) {
    warnings_.add(range_, "the word is too short for \"~\" and is searched as it is");
    node.distance = 0;
    return;
  }
  node.kind = Query::Kind::kFuzzy;
  node.text = word.text;
}

}  // namespace

std::optional<Prefix> read_chunk(std::string_view text, Range range, bool touches_group,
                                 Tokens& tokens, Warnings& warnings) {
  const std::string_view typed = text.substr(range.begin, range.size());
  return ChunkReader(typed, range, tokens, warnings).run(touches_group);
}

}  // namespace dateline::query
