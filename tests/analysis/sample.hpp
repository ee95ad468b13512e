// What tests of terms share: rules with a few stop words, an article's analysis, trees as text.
#pragma once

#include "actors/mentions.hpp"
#include "actors/sample.hpp"
#include "analysis/analyzer.hpp"
#include "analysis/rules.hpp"
#include "analysis/term_tree.hpp"

#include <dateline/date.hpp>
#include <dateline/mention.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::analysis {

inline Rules sample_rules() {
  Rules rules;
  rules.stop_words["en"] = {"the", "of", "in", "us", "it", "who", "a", "and", "to", "is", "we"};
  rules.stop_words["de"] = {"der", "die", "das", "und", "in"};
  rules.title_weight = 3;
  rules.lead_weight = 2;
  return rules;
}

// An article of these parts, analysed.
class Analyzed {
 public:
  Analyzed(std::vector<std::pair<Field, std::string>> parts, const Rules& rules,
           std::string_view language = "en", const actors::Catalog* catalog = nullptr)
      : passages(std::move(parts)), analyzer(rules) {
    std::vector<actors::Found> mentions;
    const actors::Catalog nobody;
    const actors::Catalog& known = catalog == nullptr ? nobody : *catalog;
    mentions = actors::MentionFinder(known).find(passages.get(), std::nullopt).found;
    analysis = analyzer.analyze(passages.get(), language, mentions, known);
  }

  actors::Passages passages;
  Analyzer analyzer;
  Analysis analysis;
};

inline std::string_view kind_name(TermTree::Kind kind) {
  constexpr std::string_view kNames[] = {"nothing", "everything", "term",     "prefix",   "sum",
                                         "best",    "all",        "required", "except",   "phrase",
                                         "near",    "atleast",    "unscored", "published"};
  return kNames[static_cast<std::size_t>(kind)];
}

inline std::string number(double value) {
  std::string text = std::to_string(value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

// "best(us., sum(Aus, CAus^0.5))"
inline std::string show(const TermTree& tree) {
  using Kind = TermTree::Kind;
  std::string text;
  if (tree.kind == Kind::kTerm || tree.kind == Kind::kPrefix) {
    text = tree.term + (tree.kind == Kind::kPrefix ? "*" : "");
  } else {
    text = kind_name(tree.kind);
    if (tree.kind == Kind::kNear) {
      text.append(tree.ordered ? " ordered" : "").append("/").append(std::to_string(tree.distance));
    }
    if (tree.kind == Kind::kAtLeast) text += "/" + std::to_string(tree.distance);
    if (tree.kind == Kind::kPublished) {
      text += " " + std::to_string(tree.days.first) + ".." + std::to_string(tree.days.last);
    }
    for (const TermTree& part : tree.parts) {
      text.append(&part == &tree.parts.front() ? "(" : ", ").append(show(part));
    }
    if (!tree.parts.empty()) text += ")";
  }
  if (tree.body_only) text += "!";
  const bool is_leaf = tree.kind == Kind::kTerm || tree.kind == Kind::kPrefix;
  if (is_leaf && tree.boost != 1) text += "^" + number(tree.boost);
  return text;
}

}  // namespace dateline::analysis
