// Draws bars.
#include "common/chart.hpp"

#include "common/terminal.hpp"
#include "common/text.hpp"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <sstream>

namespace examples {
namespace {

constexpr double kWidth = 800;
constexpr double kHeight = 240;
constexpr double kLeft = 46;
constexpr double kRight = 12;
constexpr double kTop = 34;
constexpr double kBottom = 30;
constexpr double kUnknownGap = 18;
constexpr std::size_t kLabels = 8;

// A date as a number of its period, so that gaps are as wide as they are long.
double place_of(const std::string& date, dateline::TimeUnit by) {
  const auto parsed = dateline::Date::parse(date);
  if (!parsed) return 0;
  switch (by) {
    case dateline::TimeUnit::kDay:
      return parsed->first_day();
    case dateline::TimeUnit::kWeek:
      return parsed->first_day() / 7.0;
    case dateline::TimeUnit::kMonth:
      return parsed->year * 12 + parsed->month - 1;
    default:
      return parsed->year;
  }
}

// The least of 1, 2, 5, 10, 20 ... that is not below.
double round_up(double value) {
  double step = std::pow(10, std::floor(std::log10(std::max(1.0, value))));
  for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
    if (step * factor >= value) return step * factor;
  }
  return value;
}

std::string number(double value) {
  std::ostringstream out;
  out.precision(6);
  out << std::round(value * 10) / 10;
  return out.str();
}

std::string title_of(const dateline::TimelineBucket& bucket) {
  std::string title = bucket.date ? *bucket.date : "no date known";
  title += ": " + count_of(bucket.count, "article");
  if (bucket.folded != bucket.count)
    title += ", " + with_commas(bucket.folded) + " without reprints";
  return title;
}

class Drawing {
 public:
  Drawing(const dateline::Timeline& timeline, dateline::TimeUnit by)
      : timeline_(timeline), by_(by) {
    for (const auto& bucket : timeline.buckets) {
      most_ = std::max(most_, static_cast<double>(bucket.count));
      if (!bucket.date) {
        unknown_ = true;
        continue;
      }
      const double place = place_of(*bucket.date, by);
      first_ = periods_ == 0 ? place : first_;
      periods_ = place - first_ + 1;
    }
    most_ = round_up(most_);
    const double slots = std::max(1.0, periods_) + (unknown_ ? 1 : 0);
    slot_ = (kWidth - kLeft - kRight - (unknown_ ? kUnknownGap : 0)) / slots;
  }

  std::string draw() {
    axis();
    for (std::size_t i = 0; i < timeline_.buckets.size(); ++i) bar(i);
    return out_.str();
  }

 private:
  double y_of(double count) const {
    return kTop + (kHeight - kTop - kBottom) * (1 - count / most_);
  }

  double x_of(const dateline::TimelineBucket& bucket) const {
    if (bucket.date) return kLeft + (place_of(*bucket.date, by_) - first_) * slot_;
    return kWidth - kRight - slot_;
  }

  void text(double x, double y, const char* anchor, const std::string& words) {
    out_ << "<text x=\"" << number(x) << "\" y=\"" << number(y) << "\" text-anchor=\"" << anchor
         << "\">" << escaped(words) << "</text>\n";
  }

  void axis() {
    for (const double share : {0.0, 0.5, 1.0}) {
      const double count = most_ * share;
      if (count != std::floor(count)) continue;
      out_ << "<line class=\"rule\" x1=\"" << kLeft << "\" x2=\"" << kWidth - kRight << "\" y1=\""
           << number(y_of(count)) << "\" y2=\"" << number(y_of(count)) << "\"/>\n";
      text(kLeft - 6, y_of(count) + 4, "end", with_commas(static_cast<std::uint64_t>(count)));
    }
    const std::size_t step = std::max<std::size_t>(1, timeline_.buckets.size() / kLabels);
    double free_from = 0;
    for (std::size_t i = 0; i < timeline_.buckets.size(); ++i) {
      const auto& bucket = timeline_.buckets[i];
      const double x = x_of(bucket) + slot_ / 2;
      if (!bucket.date) {
        text(kWidth - kRight, kHeight - 10, "end", "no date");
      } else if (i % step == 0 && x >= free_from && x < kWidth - 140) {
        text(std::max(x, kLeft + 22), kHeight - 10, "middle", *bucket.date);
        free_from = x + 86;
      }
    }
  }

  void bar(std::size_t i) {
    const auto& bucket = timeline_.buckets[i];
    const bool peak = std::any_of(timeline_.peaks.begin(), timeline_.peaks.end(),
                                  [&](const auto& one) { return one.bucket == i; });
    const double width = std::clamp(slot_ * 0.8, 1.0, 60.0);
    const double x = x_of(bucket) + (slot_ - width) / 2;
    const auto rect = [&](const char* kind, std::uint64_t count) {
      const double y = y_of(static_cast<double>(count));
      out_ << "<rect class=\"" << kind << "\" x=\"" << number(x) << "\" y=\"" << number(y)
           << "\" width=\"" << number(width) << "\" height=\"" << number(kHeight - kBottom - y)
           << "\"/>";
    };
    out_ << "<g><title>" << escaped(title_of(bucket)) << "</title>";
    rect("all", bucket.count);
    rect(bucket.date ? "one" : "unknown", bucket.folded);
    out_ << "</g>\n";
    if (peak) text(x + width / 2, y_of(static_cast<double>(bucket.count)) - 5, "middle", "▾");
  }

  const dateline::Timeline& timeline_;
  dateline::TimeUnit by_;
  double most_ = 1;
  double first_ = 0;
  double periods_ = 0;
  double slot_ = 1;
  bool unknown_ = false;
  std::ostringstream out_;
};

bool names_with(const dateline::Timeline::Peak& peak, const dateline::Significant& term) {
  return std::any_of(peak.terms.begin(), peak.terms.end(), [&](const auto& other) {
    return other.is_actor &&
           ("-" + other.text + "-").find("-" + term.text + "-") != std::string::npos;
  });
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
    }
  }
  return result;
}

std::string terms_of(const dateline::Timeline::Peak& peak) {
  std::string terms;
  for (const auto& term : peak.terms) {
    if (!term.is_actor && names_with(peak, term)) continue;
    terms += (terms.empty() ? "" : ", ") + one_line(term.name);
  }
  return terms;
}

void print_bars(const dateline::Timeline& timeline) {
  std::uint64_t most = 1;
  for (const auto& bucket : timeline.buckets) most = std::max(most, bucket.count);
  const std::size_t room = std::max<std::size_t>(width(), 40) - 28;
  for (std::size_t i = 0; i < timeline.buckets.size(); ++i) {
    const auto& bucket = timeline.buckets[i];
    std::string lead = bucket.date.value_or("no date");
    lead.resize(12, ' ');
    std::string bar;
    const auto length = static_cast<std::size_t>(
        std::ceil(static_cast<double>(bucket.count) * static_cast<double>(room) / 2 /
                  static_cast<double>(most)));
    for (std::size_t n = 0; n < length; ++n) bar += "█";
    std::string line = bar + " " + with_commas(bucket.count);
    if (bucket.folded != bucket.count)
      line += " (" + with_commas(bucket.folded) + " without reprints)";
    for (const auto& peak : timeline.peaks) {
      if (peak.bucket == i) line += "  " + faint(terms_of(peak));
    }
    print_folded(line, 12, lead);
  }
  print_folded(count_of(timeline.count, "article"), 0);
}

std::string timeline_svg(const dateline::Timeline& timeline, dateline::TimeUnit by,
                         const std::string& query) {
  std::ostringstream out;
  const std::string what = "Articles by date: " + shortened(query, 70);
  out << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " << kWidth << ' ' << kHeight
      << "\" role=\"img\" aria-label=\"" << escaped(what) << "\">\n"
      << "<title>" << escaped(what) << "</title>\n"
      << "<style>text{font:12px system-ui,sans-serif;fill:#444}.head{font-size:14px}"
         ".all{fill:#9db7d5}.one{fill:#2f6db0}.unknown{fill:#8a8a8a}.rule{stroke:#ddd}"
         "@media(prefers-color-scheme:dark){text{fill:#ccc}.all{fill:#3c5878}.one{fill:#79aee8}"
         ".rule{stroke:#444}}</style>\n"
      << "<text class=\"head\" x=\"" << kLeft << "\" y=\"18\">" << escaped(what) << "</text>\n"
      << Drawing(timeline, by).draw() << "</svg>\n";
  return out.str();
}

}  // namespace examples
