// Draws percentiles of latency.  In: times.  Out: SVG.
#include "compare/classes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

namespace compare {
namespace {

constexpr double kWidth = 300;
constexpr double kHeight = 260;
constexpr double kLeft = 56;
constexpr double kTop = 40;
constexpr double kGap = 40;
constexpr double kLeastPower = 0;  // 10^0 µs at the bottom, 10^6 at the top
constexpr double kMostPower = 6;
constexpr std::array kColours = {"#0b6e4f", "#c8553d", "#3d5a98", "#8a6d00", "#777777"};

double y_of(double us) {
  const double power = std::clamp(std::log10(std::max(us, 1.0)), kLeastPower, kMostPower);
  return kTop + kHeight * (1 - (power - kLeastPower) / (kMostPower - kLeastPower));
}

void draw_frame(std::ostream& out, double left, const std::string& name, bool labels) {
  out << "<text x='" << left << "' y='" << kTop - 12 << "' font-weight='bold'>" << name
      << "</text>\n";
  for (int power = 0; power <= kMostPower; ++power) {
    const double y = y_of(std::pow(10, power));
    out << "<line x1='" << left << "' x2='" << left + kWidth << "' y1='" << y << "' y2='" << y
        << "' stroke='#dddddd'/>\n";
    if (!labels) continue;
    constexpr std::array kNames = {"1 µs", "10 µs", "100 µs", "1 ms", "10 ms", "100 ms", "1 s"};
    out << "<text x='" << left - 6 << "' y='" << y + 4 << "' text-anchor='end'>"
        << kNames[static_cast<std::size_t>(power)] << "</text>\n";
  }
  for (const int share : {0, 25, 50, 75, 100}) {
    out << "<text x='" << left + kWidth * share / 100 << "' y='" << kTop + kHeight + 16
        << "' text-anchor='middle'>" << share << " %</text>\n";
  }
}

void draw_line(std::ostream& out, double left, const std::vector<double>& us, const char* colour) {
  out << "<polyline fill='none' stroke-width='2' stroke='" << colour << "' points='";
  for (int share = 1; share <= 100; ++share) {
    out << left + kWidth * share / 100 << ',' << y_of(percentile(us, share / 100.0)) << ' ';
  }
  out << "'/>\n";
}

}  // namespace

std::string draw(const Engines& engines, const std::vector<Class>& classes,
                 const std::vector<std::vector<Timed>>& timed) {
  const auto pictured =
      std::count_if(classes.begin(), classes.end(), [](const Class& one) { return one.pictured; });
  std::ostringstream out;
  out << "<svg xmlns='http://www.w3.org/2000/svg' width='"
      << kLeft + (kWidth + kGap) * static_cast<double>(pictured) << "' height='"
      << kTop + kHeight + 60 << "' font-family='sans-serif' font-size='12'>\n"
      << "<rect width='100%' height='100%' fill='white'/>\n";
  double left = kLeft;
  for (std::size_t c = 0; c < classes.size(); ++c) {
    if (!classes[c].pictured) continue;
    draw_frame(out, left, classes[c].name, left == kLeft);
    for (std::size_t e = 0; e < engines.size(); ++e) {
      draw_line(out, left, timed[c][e].us, kColours[e % kColours.size()]);
    }
    left += kWidth + kGap;
  }
  double x = kLeft;
  for (std::size_t e = 0; e < engines.size(); ++e) {
    const std::string name = engines[e]->name();
    out << "<text x='" << x << "' y='" << kTop + kHeight + 44 << "' fill='"
        << kColours[e % kColours.size()] << "'>" << name << "</text>\n";
    x += 20 + 7.5 * static_cast<double>(name.size());
  }
  out << "</svg>\n";
  return out.str();
}

}  // namespace compare
