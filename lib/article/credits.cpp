// Finds credits by the recipe's phrases and by their form.  In: the tokens of a line.  Out: why.
// Tested by tests/article/credits_test.cpp.
#include "article/credits.hpp"

#include <algorithm>

namespace dateline::article {
namespace {

constexpr std::size_t kMaxCreditTokens = 12;
constexpr const char* kNameAndHouse = "a name and its house";

bool is_long_name(std::string_view text, const Token& token) {
  return is_name(text, token) && token.range.size() > 1;
}

// "Jane Doe/Harbour Wire": names on both sides of a stroke.
bool is_name_and_house(std::string_view text, Tokens tokens) {
  constexpr std::size_t kFewest = 4;  // tokens: "he/she" and "AC/DC" are none
  std::size_t strokes = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool inside = i > 0 && i + 1 < tokens.size();
    if (is_mark(tokens[i], '/')) {
      if (!inside) return false;
      ++strokes;
    } else if (!is_long_name(text, tokens[i])) {
      return false;
    }
  }
  return strokes == 1 && tokens.size() >= kFewest;
}

// "The pier at dusk [Jane Doe/Harbour Wire]".
bool ends_with_credit(std::string_view text, Tokens tokens) {
  if (tokens.size() < 2 || !is_one_of(tokens.back(), ")]")) return false;
  const Tokens all = tokens.first(tokens.size() - 1);
  for (std::size_t n = 1; n <= std::min(kMaxCreditTokens, all.size()); ++n) {
    if (!is_one_of(all[all.size() - n], "([")) continue;
    return is_name_and_house(text, all.last(n - 1));
  }
  return false;
}

// "Jane Doe/AP The pier at dusk": what would end a line as a credit stands before a sentence.
bool begins_with_credit(std::string_view text, Tokens tokens, const PhraseList& credits) {
  constexpr std::size_t kLongestHouse = 3;  // words
  const std::size_t few = std::min(kMaxCreditTokens / 2, tokens.size());
  const auto stroke = std::find_if(tokens.begin(), tokens.begin() + std::ptrdiff_t(few),
                                   [](const Token& token) { return is_mark(token, '/'); });
  const auto at = static_cast<std::size_t>(stroke - tokens.begin());
  if (at == few) return false;
  for (std::size_t end = at + 2; end <= at + 1 + kLongestHouse && end < tokens.size(); ++end) {
    const Tokens head = tokens.first(end);
    if (!is_name_and_house(text, head)) return false;
    const auto match = credits.find(head, at);
    if (match && match->last == end && is_name(text, tokens[end])) return true;
  }
  return false;
}

}  // namespace

std::optional<std::string> find_credit(std::string_view text, Tokens tokens,
                                       const PhraseList& credits, bool closed) {
  if (ends_with_credit(text, tokens) || begins_with_credit(text, tokens, credits)) {
    return kNameAndHouse;
  }
  for (auto match = credits.find(tokens); match; match = credits.find(tokens, match->first + 1)) {
    std::string name = credits.name(match->phrase);
    if (!closed || name.find('/') == std::string::npos) return "'" + name + "'";
  }
  return std::nullopt;
}

}  // namespace dateline::article
