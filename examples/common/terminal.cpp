// Writes to the terminal.
#include "common/terminal.hpp"

#include "common/text.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace examples {
namespace {

constexpr std::size_t kPipeWidth = 100;
constexpr std::size_t kLeastWidth = 20;
constexpr std::size_t kLongestComplaint = 400;  // characters

bool is_dumb() {
  const char* const terminal = std::getenv("TERM");
  return terminal != nullptr && std::string_view(terminal) == "dumb";
}

bool is_terminal() {
  static const bool terminal = isatty(STDOUT_FILENO) == 1;
  return terminal;
}

bool has_styles() {
  const char* const no_color = std::getenv("NO_COLOR");
  return is_terminal() && !is_dumb() && (no_color == nullptr || *no_color == '\0');
}

bool shows_progress() {
  static const bool shows = isatty(STDERR_FILENO) == 1 && !is_dumb();
  return shows;
}

std::string styled(const char* code, std::string_view text) {
  static const bool styles = has_styles();
  if (!styles) return std::string(text);
  return std::string("\x1b[") + code + "m" + std::string(text) + "\x1b[0m";
}

// Puts words on lines.
class Folder {
 public:
  Folder(std::size_t indent, std::string_view lead)
      : most_(width()), indent_(indent), column_(columns(lead)) {
    std::cout << lead;
  }

  void add(std::string_view word) {
    const std::size_t gap = fresh_ ? 0 : 1;
    const std::size_t size = columns(word);
    const bool fits = column_ + gap + size <= most_;
    const bool too_wide = indent_ + size > most_ && is_terminal();
    if (!fits && !too_wide && column_ > indent_) {
      start_line();
    } else if (gap == 1) {
      put(" ", 1);
    }
    fits || !too_wide ? put(word, size) : put_cut(word);
    fresh_ = false;
  }

 private:
  void start_line() {
    std::cout << '\n' << std::string(indent_, ' ');
    column_ = indent_;
  }

  void put(std::string_view text, std::size_t size) {
    std::cout << text;
    column_ += size;
  }

  // A word that is wider than a line goes on where the line is full.
  void put_cut(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
      const std::size_t begin = at;
      if (word[at] == '\x1b') {
        at = std::min(word.find('m', at), word.size() - 1) + 1;
      } else {
        next_character(word, at);
      }
      const std::string_view piece = word.substr(begin, at - begin);
      const std::size_t size = columns(piece);
      if (column_ + size > most_) start_line();
      put(piece, size);
    }
  }

  std::size_t most_;
  std::size_t indent_;
  std::size_t column_;
  bool fresh_ = true;  // no word stands on the first line
};

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

std::size_t width() {
  winsize size{};
  if (!is_terminal() || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
    return kPipeWidth;
  }
  return std::max<std::size_t>(size.ws_col, kLeastWidth);
}

void print_folded(std::string_view text, std::size_t indent) {
  print_folded(text, indent, std::string(indent, ' '));
}

void print_folded(std::string_view text, std::size_t indent, std::string_view lead) {
  Folder folder(indent, lead);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) folder.add(text.substr(begin, end - begin));
    begin = end + 1;
  }
  std::cout << '\n';
}

void complain(std::string_view who, std::string_view text) {
  std::cout.flush();  // so that a terminal shows both in their order
  std::cerr << who << ": " << shortened(text, kLongestComplaint) << '\n';
}

void show_progress(std::uint64_t articles, std::uint64_t bytes) {
  using Clock = std::chrono::steady_clock;
  static Clock::time_point shown;
  if (!shows_progress() || Clock::now() - shown < std::chrono::milliseconds(100)) return;
  shown = Clock::now();
  std::fprintf(stderr, "\r%s, %.1f MB ", count_of(articles, "article").c_str(),
               static_cast<double>(bytes) / 1e6);
}

void end_progress() {
  if (shows_progress()) std::fputs("\r\x1b[K", stderr);
}

}  // namespace examples
