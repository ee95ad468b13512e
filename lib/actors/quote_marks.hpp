// Finds what stands between quotation marks.  In: a stretch of text.  Out: marked spans, in order.
// All forms of marks: “ ” ‘ ’ « » „ “ » « " '.  A mark within another pair is part of what is quoted.
// An apostrophe is told from a closing mark by its neighbours.  A span whose closing mark is missing
// runs to the end of the stretch, as it does where a quote goes on in the next paragraph.
// Tested by tests/actors/quote_marks_test.cpp.
#pragma once

#include <dateline/range.hpp>

#include <string_view>
#include <vector>

namespace dateline::actors {

struct MarkedSpan {
  Range outer;  // with the marks
  Range inner;  // without them and without white space at the ends
  bool closed = true;
};

// Requires: well-formed UTF-8, range at boundaries.
std::vector<MarkedSpan> find_marked_spans(std::string_view text, Range range);

}  // namespace dateline::actors
