// Date, source and language of an article.  In: what was given, what its lines state.
// Out: judgements, each with the words it rests on; nothing where nothing is certain.
// Tested by tests/article/facts_test.cpp.
#pragma once

#include "article/line.hpp"

#include <dateline/article.hpp>

#include <optional>
#include <vector>

namespace dateline::article {

// Given, else the first that is there: a publication line; a dateline with its year; a weekday with
// its date, when one year that the text names makes it right; the address.
std::optional<Judgement> find_date_of(const Article& article, const std::vector<Line>& lines,
                                      const Stated& stated);

// Given, else a source line, else the agency of the dateline.
std::optional<Judgement> find_source_of(const Article& article, const std::vector<Line>& lines,
                                        const Stated& stated);

// Given, else detected, else the recipe's.
Judgement find_language_of(const Article& article, const PageRules& rules);

// What was given, for articles whose text is not looked at.
std::optional<Judgement> given_date(const Article& article);
std::optional<Judgement> given_source(const Article& article);

}  // namespace dateline::article
