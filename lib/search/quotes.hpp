// The quotes of one article that are wanted.  In: a record, whose and about what.  Out: quotes to show.
// A quote is about words when its paragraph holds all of them, in any form; stop words do not count.
// Tested by tests/search/quotes_test.cpp.
#pragma once

#include "analysis/analyzer.hpp"
#include "index/record.hpp"
#include "search/limit.hpp"

#include <dateline/results.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::search {

class QuoteFilter {
 public:
  // `speakers`: ids of whom one has to be the speaker; empty: anybody.
  QuoteFilter(analysis::Analyzer& analyzer, std::vector<std::string> speakers,
              std::string_view about);

  // None where there is no memory or time to look through the record's text.
  std::vector<QuoteHit> fitting(const index::Record& record, Limit& limit);

 private:
  bool is_wanted(const Quote& quote) const;
  bool is_about(const article::Passage& passage, const std::string& language);

  analysis::Analyzer& analyzer_;
  std::vector<std::string> speakers_;
  std::string about_;
};

std::size_t memory_of(const QuoteHit& hit);  // bytes, about, while a list of such grows

}  // namespace dateline::search
