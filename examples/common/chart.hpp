// Pictures of numbers: bars for a terminal, bars as SVG.
#pragma once

#include <dateline/dateline.hpp>

#include <string>
#include <string_view>

namespace examples {

// Text for HTML and SVG, in which nothing is markup.
std::string escaped(std::string_view text);

// What marks a peak, for people: names of actors, and words that are not part of one of these.
std::string terms_of(const dateline::Timeline::Peak& peak);

// One line for each bucket, its bar in proportion; the terms of peaks behind.
void print_bars(const dateline::Timeline& timeline);

// A picture that stands alone: a bar for each period from the first to the last, that of unknown dates
// apart; dark where the reader's screen is; every bar has its numbers as a title.
std::string timeline_svg(const dateline::Timeline& timeline, dateline::TimeUnit by,
                         const std::string& query);

}  // namespace examples
