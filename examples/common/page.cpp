// Writes the page of a report.
#include "common/page.hpp"

#include "common/chart.hpp"
#include "common/text.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <sstream>

namespace examples {
namespace {

constexpr const char* kStyle = R"(
:root{color-scheme:light dark;--ink:#1d2229;--soft:#59626e;--line:#d9dee4;--back:#fff;--card:#f5f7f9;--strong:#1f5fa6;--mark:#fff0b3}
@media(prefers-color-scheme:dark){:root{--ink:#e4e8ed;--soft:#a3adb8;--line:#39424d;--back:#14181d;--card:#1d232a;--strong:#8dbcf0;--mark:#5a4a10}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem 1rem 3rem;max-width:62rem;background:var(--back);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}h2{font-size:1.2rem;margin:2.2rem 0 .6rem;border-bottom:1px solid var(--line);padding-bottom:.2rem}h3{font-size:1.05rem;margin:0}
p{margin:.3rem 0}.soft{color:var(--soft);font-size:.9rem}a{color:var(--strong)}nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1rem;padding:0;list-style:none}
ol.hits{padding:0;list-style:none;display:grid;gap:.8rem}ol.hits>li{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.7rem .9rem}
mark{background:var(--mark);color:inherit;font-weight:600;text-decoration:underline}
.picture{overflow-x:auto}svg{width:100%;min-width:34rem;height:auto;display:block}.graph{max-width:44rem;margin:0 auto}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25rem .5rem .25rem 0;border-bottom:1px solid var(--line);vertical-align:top}td.n,th.n{text-align:right;white-space:nowrap;padding-right:0}
meter{width:8rem;max-width:100%}
blockquote{margin:.3rem 0 0;padding-left:.8rem;border-left:3px solid var(--strong)}ul.quotes{padding:0;list-style:none;display:grid;gap:.9rem}
@media print{ol.hits>li{break-inside:avoid}})";

std::string link_to(const std::string& url, const std::string& text) {
  const bool is_web = url.starts_with("https://") || url.starts_with("http://");
  if (!is_web) return escaped(text);
  return "<a href=\"" + escaped(url) + "\" rel=\"noreferrer\">" + escaped(text) + "</a>";
}

std::string headline_of(const dateline::Hit& hit) {
  return hit.title ? shortened(*hit.title, 200) : "“" + shortened(hit.begins, 120) + " …”";
}

// The snippet with its matches marked.
std::string html_snippet(const dateline::Snippet& snippet) {
  std::string html;
  std::size_t at = 0;
  for (const auto& mark : snippet.marks) {
    if (mark.begin < snippet.range.begin + at || mark.end > snippet.range.end) continue;
    const std::size_t begin = mark.begin - snippet.range.begin;
    html += escaped(std::string_view(snippet.text).substr(at, begin - at));
    html +=
        "<mark>" + escaped(std::string_view(snippet.text).substr(begin, mark.size())) + "</mark>";
    at = begin + mark.size();
  }
  return html + escaped(std::string_view(snippet.text).substr(at));
}

class Page {
 public:
  explicit Page(const Report& report) : report_(report) {}

  std::string write() {
    head();
    hits();
    if (!report_.timeline.buckets.empty()) time();
    if (!report_.actors.empty()) actors();
    if (!report_.quotes.empty()) quotes();
    if (!report_.topics.empty()) topics();
    if (!report_.stories.empty()) stories();
    out_ << "</main>\n</body>\n</html>\n";
    return out_.str();
  }

 private:
  void head() {
    const std::string title = shortened(report_.query, 200);
    out_ << "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         << "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>"
         << escaped(title) << "</title>\n<style>" << kStyle
         << "</style>\n</head>\n<body>\n<header>\n"
         << "<h1>" << escaped(title) << "</h1>\n<p class=\"soft\">"
         << escaped(count_of(report_.results.count, "article"));
    if (report_.results.folded > 0) {
      out_ << ", " << escaped(count_of(report_.results.folded, "reprint")) << " folded";
    }
    out_ << "</p>\n<nav aria-label=\"Contents\"><ul>";
    const auto entry = [&](bool there, const char* id, const char* name) {
      if (there) out_ << "<li><a href=\"#" << id << "\">" << name << "</a></li>";
    };
    entry(true, "hits", "Best articles");
    entry(!report_.timeline.buckets.empty(), "time", "When");
    entry(!report_.actors.empty(), "actors", "Who");
    entry(!report_.quotes.empty(), "quotes", "Who said what");
    entry(!report_.topics.empty(), "topics", "What about");
    entry(!report_.stories.empty(), "stories", "Printed elsewhere");
    out_ << "</ul></nav>\n</header>\n<main>\n";
  }

  void begin(const char* id, const char* title) {
    out_ << "<section aria-labelledby=\"" << id << "\">\n<h2 id=\"" << id << "\">" << title
         << "</h2>\n";
  }
  void end() { out_ << "</section>\n"; }

  // Where the screen is narrower than the picture can be read, it is moved sideways within this.
  void begin_picture(const char* name) {
    out_ << "<div class=\"picture\" role=\"region\" tabindex=\"0\" aria-label=\"" << name << "\">";
  }

  void hits() {
    begin("hits", "Best articles");
    if (report_.results.hits.empty()) out_ << "<p>No article matches.</p>\n";
    out_ << "<ol class=\"hits\">\n";
    for (const auto& hit : report_.results.hits) one(hit);
    out_ << "</ol>\n";
    end();
  }

  void one(const dateline::Hit& hit) {
    out_ << "<li><h3>" << hit.rank << ". " << link_to(hit.url.value_or(""), headline_of(hit))
         << "</h3>\n<p class=\"soft\">" << escaped(hit.date.value_or("no date"));
    if (hit.source) out_ << " · " << escaped(*hit.source);
    out_ << " · " << escaped(hit.id);
    if (hit.folded > 0) out_ << " · +" << escaped(count_of(hit.folded, "reprint"));
    out_ << "</p>\n";
    if (!hit.snippet.text.empty()) out_ << "<p>" << html_snippet(hit.snippet) << "</p>\n";
    out_ << "</li>\n";
  }

  void time() {
    begin("time", "When");
    begin_picture("Timeline");
    out_ << timeline_svg(report_.timeline, report_.by, report_.query) << "</div>\n";
    for (const auto& peak : report_.timeline.peaks) {
      const auto& bucket = report_.timeline.buckets[peak.bucket];
      out_ << "<p>Peak " << escaped(*bucket.date) << ", "
           << escaped(count_of(bucket.count, "article"));
      out_ << ": " << escaped(terms_of(peak)) << "</p>\n";
    }
    end();
  }

  struct Point {
    double x, y;
  };

  Point place(std::size_t i) const {
    const double angle =
        2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(report_.actors.size()) -
        std::numbers::pi / 2;
    return {360 + 190 * std::cos(angle), 240 + 170 * std::sin(angle)};
  }

  // Actors on a circle, those named together joined, by how often.
  void graph() {
    std::uint64_t most = 1;
    for (const auto& pair : report_.together) most = std::max(most, pair.articles);
    begin_picture("Who with whom");
    out_ << "<svg class=\"graph\" viewBox=\"0 0 720 480\" role=\"img\" "
            "aria-label=\"Who is named together; the table below has the numbers\">\n"
         << "<style>.g{font:13px system-ui,sans-serif;fill:currentColor}.e{stroke:currentColor}"
            ".d{fill:#2f6db0}@media(prefers-color-scheme:dark){.d{fill:#79aee8}}</style>\n";
    for (const auto& pair : report_.together) {
      const double share = static_cast<double>(pair.articles) / static_cast<double>(most);
      const Point a = place(pair.a);
      const Point b = place(pair.b);
      out_ << "<line class=\"e\" x1=\"" << a.x << "\" y1=\"" << a.y << "\" x2=\"" << b.x
           << "\" y2=\"" << b.y << "\" stroke-width=\"" << 0.5 + 5 * share << "\" stroke-opacity=\""
           << 0.15 + 0.5 * share << "\"><title>"
           << escaped(report_.actors[pair.a].name + " and " + report_.actors[pair.b].name + ": " +
                      count_of(pair.articles, "article"))
           << "</title></line>\n";
    }
    for (std::size_t i = 0; i < report_.actors.size(); ++i) node(i);
    out_ << "</svg></div>\n";
  }

  void node(std::size_t i) {
    const Point at = place(i);
    const auto& actor = report_.actors[i];
    const double share = std::sqrt(static_cast<double>(actor.articles) /
                                   static_cast<double>(report_.actors.front().articles));
    const double radius = 4 + 9 * share;
    const bool right = at.x > 365;
    const bool middle = std::abs(at.x - 360) <= 5;
    const double x = middle ? at.x : at.x + (right ? radius + 5 : -radius - 5);
    const double y = middle ? at.y + (at.y < 240 ? -radius - 6 : radius + 15) : at.y + 4;
    out_ << "<circle class=\"d\" cx=\"" << at.x << "\" cy=\"" << at.y << "\" r=\"" << radius
         << "\"/><text class=\"g\" x=\"" << x << "\" y=\"" << y << "\" text-anchor=\""
         << (middle  ? "middle"
             : right ? "start"
                     : "end")
         << "\">" << escaped(shortened(actor.name, 22)) << "</text>\n";
  }

  // Whom an actor is named with most.
  std::string company(std::size_t i) const {
    std::vector<std::pair<std::uint64_t, std::string>> others;
    for (const auto& pair : report_.together) {
      if (pair.a == i) others.emplace_back(pair.articles, report_.actors[pair.b].name);
      if (pair.b == i) others.emplace_back(pair.articles, report_.actors[pair.a].name);
    }
    std::stable_sort(others.begin(), others.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::string text;
    for (std::size_t n = 0; n < std::min<std::size_t>(others.size(), 3); ++n) {
      text += (n > 0 ? ", " : "") + others[n].second + " (" + with_commas(others[n].first) + ")";
    }
    return text.empty() ? "nobody of these" : text;
  }

  void actors() {
    begin("actors", "Who");
    graph();
    out_ << "<table>\n<caption class=\"soft\">The actors named most, and with whom</caption>\n"
            "<thead><tr><th scope=\"col\">Actor</th><th scope=\"col\">Mostly with</th>"
            "<th scope=\"col\" class=\"n\">Articles</th></tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < report_.actors.size(); ++i) {
      out_ << "<tr><th scope=\"row\">" << escaped(shortened(report_.actors[i].name, 60))
           << "</th><td>" << escaped(company(i)) << "</td><td class=\"n\">"
           << with_commas(report_.actors[i].articles) << "</td></tr>\n";
    }
    out_ << "</tbody>\n</table>\n";
    end();
  }

  void quotes() {
    begin("quotes", "Who said what");
    out_ << "<ul class=\"quotes\">\n";
    for (const auto& [speaker, quote] : report_.quotes) {
      out_ << "<li><strong>" << escaped(speaker) << "</strong> <span class=\"soft\">· "
           << escaped(quote.article) << (quote.date ? " · " + escaped(*quote.date) : "")
           << "</span>\n<blockquote>“" << escaped(one_line(quote.text)) << "”</blockquote></li>\n";
    }
    out_ << "</ul>\n";
    end();
  }

  void topics() {
    begin("topics", "What about");
    const std::uint64_t most = report_.topics.front().second;
    out_ << "<table>\n<thead><tr><th scope=\"col\">Topic</th><th scope=\"col\">Share</th>"
            "<th scope=\"col\" class=\"n\">Articles</th></tr></thead>\n<tbody>\n";
    for (const auto& [name, articles] : report_.topics) {
      out_ << "<tr><th scope=\"row\">" << escaped(name) << "</th><td><meter min=\"0\" max=\""
           << most << "\" value=\"" << articles << "\">" << articles
           << "</meter></td><td class=\"n\">" << with_commas(articles) << "</td></tr>\n";
    }
    out_ << "</tbody>\n</table>\n";
    end();
  }

  void stories() {
    begin("stories", "Printed elsewhere");
    out_ << "<ul>\n";
    for (const auto& story : report_.stories) {
      out_ << "<li>" << (story.dated ? "First " : "With ") << escaped(story.id);
      for (std::size_t i = 0; i < story.articles.size(); ++i) {
        const auto& member = story.articles[i];
        if (i == 0) {
          out_ << (member.date ? ", " + escaped(*member.date) : "") << ":";
        } else {
          out_ << (i > 1 ? ", " : " ") << escaped(member.id) << " ("
               << dateline::story_kind_name(member.kind)
               << (member.date ? ", " + escaped(*member.date) : "") << ")";
        }
      }
      out_ << "</li>\n";
    }
    out_ << "</ul>\n";
    end();
  }

  const Report& report_;
  std::ostringstream out_;
};

}  // namespace

std::string report_page(const Report& report) {
  return Page(report).write();
}

}  // namespace examples
