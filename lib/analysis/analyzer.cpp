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

Analysis Analyzer::analyze(std::span<const article::Passage> passages, std::string_view language,
                           std::span<const actors::Found> mentions,
                           const actors::Catalog& catalog) {
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
            {catalog[mention->actor].actor.id, mention->range, p, position, passage.field});
      }
    }
  }
  return result;
}

const std::vector<Posting>& Analyzer::postings(const Analysis& analysis) {
  terms_.clear();
  postings_.clear();
  for (const Token& token : analysis.tokens) add_token(token);
  for (const ActorToken& actor : analysis.actors) {
    postings_.push_back({keep(actor_term(actor.field, actor.actor)), actor.position, 0});
    if (actor.field != Field::kTitle) continue;
    postings_.push_back({keep(title_actor_term(actor.actor)), actor.position, 0});
  }
  return postings_;
}

void Analyzer::add_token(const Token& token) {
  const auto& [exact, stem, stop] = *token.form;
  const bool is_plain = token.field == Field::kTitle || token.field == Field::kBody;
  const std::string_view term = is_plain ? stem : keep(stem_term(token.field, stem));
  postings_.push_back({term, token.position, token.weight});
  if (rules_.exact_forms) {
    postings_.push_back({keep(exact_term(token.field, exact)), token.position, 0});
  }
  if (token.field != Field::kTitle) return;
  postings_.push_back({keep(title_stem_term(stem)), token.position, 0});
  if (rules_.exact_forms) postings_.push_back({keep(title_exact_term(exact)), token.position, 0});
}

std::string_view Analyzer::keep(std::string term) {
  return terms_.emplace_back(std::move(term));
}

}  // namespace dateline::analysis
