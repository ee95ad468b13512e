// Analyses a query's words as the articles were.  In: text.  Out: term trees.
// Tested by tests/analysis/plan_test.cpp.
#include "analysis/plan_words.hpp"

#include "analysis/joints.hpp"
#include "analysis/terms.hpp"
#include "base/utf8.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace dateline::analysis {
namespace {

std::string spell(PlanField field, const Form& form, bool exact) {
  if (field == Field::kTitle) {
    return exact ? title_exact_term(form.exact) : title_stem_term(form.stem);
  }
  const Field space = field.value_or(Field::kBody);
  return exact ? exact_term(space, form.exact) : stem_term(space, form.stem);
}

}  // namespace

WordPlanner::WordPlanner(const PlanContext& context)
    : context_(context), languages_{context.analyzer->rules().language} {
  for (const std::string& language : context.languages) {
    if (language != languages_.front()) languages_.push_back(language);
  }
  for (const std::string& language : languages_) context.analyzer->forms(language).trim();
}

TermTree WordPlanner::part(std::string_view word, PlanField field, As as) {
  planned_ += languages_.size();
  const bool exact = as == As::kExact;
  const auto leaf_in = [&](const std::string& language) {
    const Form& form = context_.analyzer->forms(language).of(word, false);
    TermTree leaf =
        term_leaf(spell(field, form, exact), What::kWord, exact ? form.exact : form.stem);
    leaf.body_only = field == Field::kBody;
    return leaf;
  };
  if (languages_.size() == 1) return leaf_in(languages_.front());
  std::vector<TermTree> leaves;
  for (const std::string& language : languages_) {
    TermTree leaf = leaf_in(language);
    const bool is_there = std::any_of(leaves.begin(), leaves.end(), [&](const TermTree& other) {
      return other.term == leaf.term;
    });
    if (!is_there) leaves.push_back(std::move(leaf));
  }
  return combine(TermTree::Kind::kBest, std::move(leaves));
}

std::vector<std::string_view> WordPlanner::split(std::string_view text, bool wholes) {
  std::vector<Range> ranges;
  breaker_.find(text, ranges);
  std::vector<std::string_view> words;
  const auto add = [&](std::size_t first, std::size_t last) {
    words.push_back(text.substr(ranges[first].begin, ranges[last].end - ranges[first].begin));
  };
  for (std::size_t at = 0; at < ranges.size();) {
    const Joint joint = joint_at(text, ranges, at);
    const std::size_t last = at + joint.words - 1;
    for (; joint.bond != Bond::kInitials && at <= last; ++at) add(at, at);
    if (joint.bond == Bond::kInitials || (joint.bond == Bond::kHyphens && wholes)) {
      add(last + 1 - joint.words, last);
    }
    at = last + 1;
  }
  return words;
}

const Form& WordPlanner::form(std::string_view word) {
  return context_.analyzer->forms(context_.analyzer->rules().language).of(word, false);
}

std::vector<TermTree> WordPlanner::parts(std::string_view text, PlanField field, As as) {
  const std::vector<std::string_view> words = split(text);
  std::vector<TermTree> result;
  result.reserve(words.size());
  for (const std::string_view word : words) {
    if (is_cut()) break;
    result.push_back(part(word, field, as));
  }
  return result;
}

void WordPlanner::add_ranked(std::string_view text, PlanField field, bool drop_stop_words,
                             std::vector<TermTree>& out) {
  for (const std::string_view word : split(text, true)) {
    if (is_cut()) break;
    if (drop_stop_words && is_stop_word(word)) continue;
    out.push_back(part(word, field, As::kStem));
  }
}

TermTree WordPlanner::word(std::string_view text, PlanField field) {
  TermTree tree = combine(TermTree::Kind::kPhrase, parts(text, field, As::kStem));
  if (tree.kind == TermTree::Kind::kPhrase) {
    tree.what = What::kWord;
    tree.label = text::fold_case(text);
    const std::vector<std::string_view> words = split(text, true);
    if (const auto whole = words.back(); !is_cut() && whole == text) {
      std::vector<TermTree> either;
      either.push_back(std::move(tree));
      either.push_back(part(whole, field, As::kStem));
      TermTree best = combine(TermTree::Kind::kBest, std::move(either));
      best.what = What::kWord;
      best.label = text::fold_case(text);
      return best;
    }
  }
  return tree;
}

TermTree WordPlanner::phrase(std::string_view text, PlanField field) {
  const As as = context_.analyzer->rules().exact_forms ? As::kExact : As::kStem;
  TermTree tree = combine(TermTree::Kind::kPhrase, parts(text, field, as));
  if (tree.kind == TermTree::Kind::kPhrase) {
    tree.what = What::kPhrase;
    tree.label = text::fold_case(text);
  }
  return tree;
}

TermTree WordPlanner::prefix(std::string_view text, PlanField field) {
  TermTree tree = beginning(text, field);
  tree.what = What::kPrefix;
  tree.label = text::fold_case(text) + "*";
  return tree;
}

TermTree WordPlanner::wildcard(std::string_view text, PlanField field) {
  const std::string folded = lookup_form(text);
  const std::size_t literal = folded.find_first_of("*?");
  if (literal == std::string::npos) return word(text, field);
  TermTree tree = beginning(std::string_view(folded).substr(0, literal), field);
  tree.pattern = folded.substr(literal);
  tree.what = What::kPrefix;
  tree.label = text::fold_case(text);
  return tree;
}

TermTree WordPlanner::fuzzy(std::string_view text, unsigned edits, PlanField field) {
  const std::string folded = lookup_form(text);
  if (folded.empty() || edits == 0) return word(text, field);
  std::size_t first = 0;
  base::next_code_point(folded, first);
  TermTree tree = beginning(std::string_view(folded).substr(0, first), field);
  tree.pattern = folded.substr(first);
  tree.edits = edits;
  tree.what = What::kFuzzy;
  tree.label = text::fold_case(text) + "~";
  return tree;
}

std::string WordPlanner::lookup_form(std::string_view text) const {
  const std::string folded = text::fold_case(text);
  return context_.analyzer->rules().exact_forms ? folded : text::fold_accents(folded);
}

TermTree WordPlanner::beginning(std::string_view text, PlanField field) {
  TermTree tree;
  tree.kind = TermTree::Kind::kPrefix;
  const std::string folded = text::fold_case(text);
  const bool exact = context_.analyzer->rules().exact_forms;
  Form form;
  form.exact = folded;
  form.stem = text::fold_accents(folded);
  tree.term = spell(field, form, exact);
  tree.body_only = field == Field::kBody;
  return tree;
}

bool WordPlanner::is_stop_word(std::string_view text) {
  const auto words = split(text);
  return !words.empty() && std::all_of(words.begin(), words.end(),
                                       [this](std::string_view word) { return form(word).stop; });
}

bool WordPlanner::is_request_word(std::string_view text) {
  const auto words = split(text);
  return words.size() == 1 && form(words.front()).request;
}

}  // namespace dateline::analysis
