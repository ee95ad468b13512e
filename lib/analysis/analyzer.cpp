// Gives each word of an article its forms and position, and spells the postings.
// In: passages and mentions.  Out: tokens, postings.
// Tested by tests/analysis/analyzer_test.cpp.
#include "analysis/analyzer.hpp"

#include "analysis/terms.hpp"

#include <algorithm>
#include <array>

namespace dateline::analysis {
namespace {

// Counts positions in the three spaces of an article.
class Positions {
 public:
  void begin_passage(Field field) {
    std::uint32_t& next = of(field);
    ++next;  // no phrase crosses the end of a passage
    if (field == Field::kBody) next = std::max(next, kBodyStart);
  }
  std::uint32_t take(Field field) {
    std::uint32_t& next = of(field);
    // What a title has too much stands in one place, with a gap before it.
    if (field == Field::kTitle && next >= kBodyStart - 2) return kBodyStart - 1;
    return next++;
  }

 private:
  std::uint32_t& of(Field field) {
    switch (field) {
      case Field::kTitle:
        return next_[0];
      case Field::kBody:
        return next_[1];
      case Field::kCaption:
        return next_[2];
      default:
        return next_[3];
    }
  }
  std::array<std::uint32_t, 4> next_{};
};

std::uint32_t weight_of(const Rules& rules, const article::Passage& passage, std::size_t word) {
  if (passage.field == Field::kTitle) return rules.title_weight;
  if (passage.field != Field::kBody) return 0;
  return word < passage.lead_words ? rules.lead_weight : rules.body_weight;
}

}  // namespace

Analyzer::Analyzer(const Rules& rules) : rules_(rules) {}

Forms& Analyzer::forms(std::string_view language) {
  const auto known = forms_.find(language);
  if (known != forms_.end()) return known->second;
  return forms_.try_emplace(std::string(language), rules_, std::string(language)).first->second;
}

void Analyzer::forget_terms() {
  terms_ = {};
  forms_.clear();  // which remember numbers
}

Analysis Analyzer::analyze(std::span<const article::Passage> passages, std::string_view language,
                           std::span<const actors::Found> mentions,
                           const actors::Cast& cast) {
  Forms& words = forms(language);
  words.trim();
  Analysis result;
  Positions positions;
  auto mention = mentions.begin();
  for (std::uint32_t p = 0; p < passages.size(); ++p) {
    const article::Passage& passage = passages[p];
    positions.begin_passage(passage.field);
    for (std::size_t w = 0; w < passage.words.size(); ++w) {
      const Range range = passage.words[w];
      const Form& form = words.of(passage.text.substr(range.begin, range.size()), passage.shouting);
      const std::uint32_t position = positions.take(passage.field);
      result.tokens.push_back(
          {&form, range, p, position, weight_of(rules_, passage, w), passage.field});
      for (; mention != mentions.end() && mention->passage == p && mention->word == w; ++mention) {
        result.actors.push_back(
            {cast.id(mention->actor), mention->range, p, position, passage.field});
      }
    }
  }
  const std::size_t spaces = rules_.exact_forms ? 2 : 1;
  result.postings.reserve(result.tokens.size() * spaces + result.actors.size());
  result.sources.reserve(result.postings.capacity());
  // The title first, wherever it stood, since its positions are lower.
  for (const bool title : {true, false}) {
    for (const Token& token : result.tokens) {
      if ((token.field == Field::kTitle) == title) add_token(result, token);
    }
    for (const ActorToken& actor : result.actors) {
      if ((actor.field == Field::kTitle) == title) add_actor(result, actor);
    }
  }
  return result;
}

void Analyzer::add(Analysis& analysis, std::uint32_t term, std::uint32_t position,
                   std::uint32_t weight, std::size_t source) {
  analysis.postings.push_back({term, position, weight});
  analysis.sources.push_back(static_cast<std::uint32_t>(source));
}

void Analyzer::add_token(Analysis& analysis, const Token& token) {
  const Form& form = *token.form;
  const auto source = static_cast<std::size_t>(&token - analysis.tokens.data());
  const bool is_title = token.field == Field::kTitle;
  const Field space = is_title ? Field::kBody : token.field;
  add(analysis, number(form, space, false), token.position, token.weight, source);
  if (rules_.exact_forms) add(analysis, number(form, space, true), token.position, 0, source);
  if (!is_title) return;
  add(analysis, number(form, Field::kTitle, false), token.position, 0, source);
  if (rules_.exact_forms) {
    add(analysis, number(form, Field::kTitle, true), token.position, 0, source);
  }
}

void Analyzer::add_actor(Analysis& analysis, const ActorToken& actor) {
  const auto source =
      analysis.tokens.size() + static_cast<std::size_t>(&actor - analysis.actors.data());
  add(analysis, terms_.intern(actor_term(actor.field, actor.actor)), actor.position, 0, source);
  if (actor.field != Field::kTitle) return;
  add(analysis, terms_.intern(title_actor_term(actor.actor)), actor.position, 0, source);
}

// The term of a form in a term space; title words stand in a space of their own besides.
std::uint32_t Analyzer::number(const Form& form, Field field, bool exact) {
  std::uint32_t& known = form.numbers[2 * static_cast<std::size_t>(field) + (exact ? 1 : 0)];
  if (known != Form::kUnnumbered) return known;
  if (field == Field::kTitle) {
    known = terms_.intern(exact ? title_exact_term(form.exact) : title_stem_term(form.stem));
  } else {
    known = terms_.intern(exact ? exact_term(field, form.exact) : stem_term(field, form.stem));
  }
  return known;
}

}  // namespace dateline::analysis
