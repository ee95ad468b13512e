// Reads lines from a person.
#include "common/prompt.hpp"

#include "common/terminal.hpp"
#include "common/text.hpp"

#ifdef DATELINE_LIBEDIT
#include <histedit.h>
#endif
#include <unistd.h>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstring>
#include <iostream>

namespace examples {
namespace {

bool is_blank_line(const std::string& line) {
  return line.find_first_not_of(" \t\r\n") == std::string::npos;
}

std::string without_end(std::string line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
  return line;
}

}  // namespace

bool is_conversation() {
  return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1;
}

std::string common_beginning(const std::vector<std::string>& words) {
  if (words.empty()) return {};
  std::size_t size = words.front().size();
  for (const std::string& word : words) {
    std::size_t same = 0;
    while (same < std::min(size, word.size()) && word[same] == words.front()[same]) ++same;
    size = same;
  }
  const auto goes_on = [&](std::size_t at) {
    return at < words.front().size() &&
           (static_cast<unsigned char>(words.front()[at]) & 0xC0) == 0x80;
  };
  while (size > 0 && goes_on(size)) --size;
  return words.front().substr(0, size);
}

#ifdef DATELINE_LIBEDIT

struct Prompt::Impl {
  Impl(std::string shown, Complete words) : text(std::move(shown)), complete(std::move(words)) {
    if (std::setlocale(LC_CTYPE, "") == nullptr ||
        std::strcmp(std::setlocale(LC_CTYPE, nullptr), "C") == 0) {
      std::setlocale(LC_CTYPE, "C.UTF-8");
    }
    editor = el_init("search", stdin, stdout, stderr);
    past = history_init();
    HistEvent event;
    constexpr int kMostLines = 500;
    history(past, &event, H_SETSIZE, kMostLines);
    history(past, &event, H_SETUNIQUE, 1);
    el_set(editor, EL_CLIENTDATA, this);
    el_set(editor, EL_PROMPT, &Impl::prompt);
    el_set(editor, EL_EDITOR, "emacs");
    el_set(editor, EL_HIST, history, past);
    el_set(editor, EL_ADDFN, "dateline-complete", "Completes a word", &Impl::on_tab);
    el_set(editor, EL_BIND, "^I", "dateline-complete", nullptr);
    el_set(editor, EL_SIGNAL, 1);
  }
  ~Impl() {
    history_end(past);
    el_end(editor);
  }

  static Impl& of(EditLine* editor) {
    void* self = nullptr;
    el_get(editor, EL_CLIENTDATA, &self);
    return *static_cast<Impl*>(self);
  }
  static char* prompt(EditLine* editor) { return of(editor).text.data(); }

  // Puts what all candidates have in common in place of the word, or lists them.
  static unsigned char on_tab(EditLine* editor, int) {
    const LineInfo* line = el_line(editor);
    const std::string_view before(line->buffer,
                                  static_cast<std::size_t>(line->cursor - line->buffer));
    const std::size_t blank = before.find_last_of(" (");
    const std::string_view word = before.substr(blank == before.npos ? 0 : blank + 1);
    if (word.empty()) return CC_ERROR;
    std::vector<std::string> candidates;
    try {
      candidates = of(editor).complete(word);
    } catch (const std::exception&) {  // may not pass through libedit; the next question says it
    }
    if (candidates.empty()) return CC_ERROR;
    std::string common = common_beginning(candidates);
    if (candidates.size() == 1 && !common.ends_with(':')) common += ' ';
    if (common.size() > word.size()) {
      int characters = 0;
      for (std::size_t at = 0; at < word.size(); ++characters) next_character(word, at);
      el_deletestr(editor, characters);
      return el_insertstr(editor, common.c_str()) == 0 ? CC_REFRESH : CC_ERROR;
    }
    std::string list;
    for (const std::string& candidate : candidates) list += one_line(candidate) + "  ";
    std::cout << '\n';
    print_folded(list, 0);
    std::cout.flush();
    return CC_REDISPLAY;
  }

  std::optional<std::string> read() {
    int count = 0;
    const char* typed = el_gets(editor, &count);
    if (typed == nullptr || count <= 0) return std::nullopt;
    HistEvent event;
    if (!is_blank_line(typed)) history(past, &event, H_ENTER, typed);
    return typed;
  }

  std::string text;
  Complete complete;
  EditLine* editor = nullptr;
  History* past = nullptr;
};

#else

struct Prompt::Impl {
  Impl(std::string shown, const Complete&) : text(std::move(shown)) {}
  std::optional<std::string> read() const {
    std::cout << text << std::flush;
    std::string line;
    return std::getline(std::cin, line) ? std::optional(line) : std::nullopt;
  }
  std::string text;
};

#endif

Prompt::Prompt(std::string text, Complete complete)
    : impl_(std::make_unique<Impl>(std::move(text), std::move(complete))) {}
Prompt::~Prompt() = default;

std::optional<std::string> Prompt::line() {
  std::cout.flush();
  while (auto typed = impl_->read()) {
    if (!is_blank_line(*typed)) return without_end(std::move(*typed));
  }
  std::cout << '\n';
  return std::nullopt;
}

}  // namespace examples
