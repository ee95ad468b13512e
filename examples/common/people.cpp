// Prints hits, facets and warnings for people.
#include "common/people.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>

namespace examples {
namespace {

constexpr std::size_t kMostWarnings = 20;
constexpr std::size_t kDefaultWidth = 100;
constexpr std::size_t kIndent = 4;

bool is_terminal() {
  static const bool terminal = isatty(STDOUT_FILENO) == 1;
  return terminal;
}

std::string styled(const char* code, std::string_view text) {
  if (!is_terminal()) return std::string(text);
  return std::string("\x1b[") + code + "m" + std::string(text) + "\x1b[0m";
}

std::size_t width() {
  winsize size{};
  if (!is_terminal() || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 20) {
    return kDefaultWidth;
  }
  return size.ws_col;
}

// Columns of a word: bytes that begin a character, styles left out.
std::size_t columns(std::string_view word) {
  std::size_t count = 0;
  bool in_style = false;
  for (const char c : word) {
    if (c == '\x1b') in_style = true;
    if (!in_style && (static_cast<unsigned char>(c) & 0xC0) != 0x80) ++count;
    if (c == 'm') in_style = false;
  }
  return count;
}

// The snippet with its matches marked, as one line.
std::string marked_snippet(const dateline::Snippet& snippet) {
  std::string text;
  std::size_t done = 0;
  for (const auto& mark : snippet.marks) {
    const std::size_t begin = mark.begin - snippet.range.begin;
    text.append(one_line(std::string_view(snippet.text).substr(done, begin - done)));
    text.append(marked(one_line(std::string_view(snippet.text).substr(begin, mark.size()))));
    done = begin + mark.size();
  }
  return text.append(one_line(std::string_view(snippet.text).substr(done)));
}

void append_list(std::string& line, const char* name, const std::vector<std::string>& values) {
  constexpr std::size_t kMost = 6;
  if (values.empty()) return;
  line.append(line.empty() ? "" : "   ").append(name).append(": ");
  for (std::size_t i = 0; i < std::min(values.size(), kMost); ++i) {
    line.append(i == 0 ? "" : ", ").append(values[i]);
  }
  if (values.size() > kMost) line.append(", …");
}

void print_more(std::uint64_t shown, std::uint64_t total) {
  if (total > shown) std::cerr << "warning: " << total - shown << " more like these\n";
}

}  // namespace

std::string bold(std::string_view text) {
  return styled("1", text);
}
std::string faint(std::string_view text) {
  return styled("2", text);
}
std::string marked(std::string_view text) {
  return styled("1;33", text);
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
    if (is_space && (line.empty() || line.back() != ' ')) line.push_back(' ');
    if (!is_space && static_cast<unsigned char>(c) >= 0x20 && c != '\x7f') line.push_back(c);
  }
  return line;
}

void print_folded(const std::string& text, std::size_t indent) {
  const std::size_t most = width();
  std::size_t column = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    if (column > 0 && column + 1 + columns(word) > most) {
      std::cout << '\n';
      column = 0;
    }
    std::cout << (column == 0 ? std::string(indent, ' ') : " ") << word;
    column += (column == 0 ? indent : 1) + columns(word);
  }
  std::cout << '\n';
}

std::string headline(const dateline::Hit& hit) {
  return hit.title ? one_line(*hit.title) : "[" + one_line(hit.begins) + " …]";
}

void print_hit(const dateline::Hit& hit) {
  char score[32];
  std::snprintf(score, sizeof score, "%.2f", hit.score);
  std::cout << hit.rank << ". " << bold(headline(hit)) << '\n';
  std::string facts = hit.id + "  " + hit.date.value_or("undated");
  if (hit.source) facts.append("  ").append(one_line(*hit.source));
  if (hit.language != "en") facts.append("  ").append(hit.language);
  std::cout << "    " << faint(facts + "  score " + score) << '\n';
  if (!hit.snippet.text.empty()) {
    const std::string where = hit.snippet.field == dateline::Field::kCaption ? "(caption) " : "";
    print_folded(where + marked_snippet(hit.snippet), kIndent);
  }
  std::string lists;
  append_list(lists, "actors", hit.actors);
  append_list(lists, "topics", hit.topics);
  if (!lists.empty()) print_folded(faint(lists), kIndent);
}

void print_facets(const std::vector<dateline::Facet>& facets) {
  for (const auto& facet : facets) {
    if (facet.counts.empty()) continue;
    std::string line = facet.name + ":";
    for (const auto& [value, count] : facet.counts) {
      line.append(" ").append(one_line(value)).append(" (" + std::to_string(count) + ")");
    }
    print_folded(line, 0);
  }
}

void print_warnings(const std::vector<dateline::QueryWarning>& warnings) {
  const std::size_t shown = std::min(warnings.size(), kMostWarnings);
  for (std::size_t i = 0; i < shown; ++i) std::cerr << "note: " << warnings[i].text << '\n';
  print_more(shown, warnings.size());
}

void print_warnings(const std::vector<dateline::Warning>& warnings, std::uint64_t total) {
  const std::size_t shown = std::min(warnings.size(), kMostWarnings);
  for (std::size_t i = 0; i < shown; ++i) {
    std::cerr << "warning: " << warnings[i].where << ": " << one_line(warnings[i].text) << '\n';
  }
  print_more(shown, std::max<std::uint64_t>(total, warnings.size()));
}

void show_progress(std::uint64_t articles, std::uint64_t bytes) {
  using Clock = std::chrono::steady_clock;
  static const bool terminal = isatty(STDERR_FILENO) == 1;
  static Clock::time_point shown;
  if (!terminal || Clock::now() - shown < std::chrono::milliseconds(100)) return;
  shown = Clock::now();
  std::fprintf(stderr, "\r%llu articles, %.1f MB ", static_cast<unsigned long long>(articles),
               static_cast<double>(bytes) / 1e6);
}

void end_progress() {
  if (isatty(STDERR_FILENO) == 1) std::fputs("\r\x1b[K", stderr);
}

}  // namespace examples
