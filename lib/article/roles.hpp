// Judges the lines of a page by their neighbours.  In: lines as seen alone.  Out: their final roles.
// The steps build on each other; judge_lines takes them in the order of this file.
// Tested by tests/article/roles_test.cpp.
#pragma once

#include "article/line.hpp"

#include <dateline/article.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace dateline::article {

// Authors and datelines on lines of their own, above the story (authors below it too).
void judge_names(std::vector<Line>& lines);

// Captions above the story: lines that show a scene on a day, or one above what must be the title.
// `titled`: the title came beside the text.
void judge_top_captions(std::vector<Line>& lines, bool titled);

// The title; `given` where it came beside the text.  Its repetitions become junk.
std::optional<Judgement> judge_title(std::string_view text, std::vector<Line>& lines,
                                     std::optional<std::string_view> given);

// Page furniture by its company: between, behind and above lines that are furniture.
void judge_furniture(std::vector<Line>& lines);

// Names of sources: those above and below the story; within it they belong to pictures.
void judge_sources(std::vector<Line>& lines);

// The sentence or line right below the title.
void judge_subtitle(std::vector<Line>& lines);

// Slideshows and lists of links that stand as one line.
void judge_flattened(std::string_view text, std::vector<Line>& lines);

// Captions within the story: lines without a full stop between paragraphs that have one.
void judge_captions(std::string_view text, std::vector<Line>& lines);

// Gives every line that is left its reason.
void judge_body(std::vector<Line>& lines);

// All of the above.
std::optional<Judgement> judge_lines(std::string_view text, std::vector<Line>& lines,
                                     std::optional<std::string_view> given);

// The number of the first line that is the flesh of the story; lines.size() when none is.
std::size_t first_paragraph(const std::vector<Line>& lines);

// The number behind the last one; 0 when there is none.
std::size_t behind_last_paragraph(const std::vector<Line>& lines);

}  // namespace dateline::article
