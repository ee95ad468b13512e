// Prints what --help says: usage, one entry for each argument and option, sections, examples.
#include "common/program.hpp"
#include "common/terminal.hpp"
#include "common/text.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <sstream>

namespace examples {
namespace {

constexpr std::size_t kNarrow = 72;  // columns; below, what is said stands on a line of its own
constexpr std::size_t kIndent = 6;

// `left` and what is said about it, which begins at the column.
void print_entry(const std::string& left, const std::string& text, std::size_t column) {
  if (text.empty() || width() < kNarrow) {
    print_folded(left, kIndent, "  ");
    if (!text.empty()) print_folded(text, kIndent);
    return;
  }
  std::string lead = "  " + left;
  const std::size_t size = columns(lead);
  lead.append(size + 2 < column ? column - size : 2, ' ');
  print_folded(text, column, lead);
}

void print_section(const std::string& title, const Program::Entries& entries) {
  constexpr std::size_t kFarthest = 46;
  std::size_t widest = 0;
  for (const auto& [left, text] : entries) {
    if (!text.empty()) widest = std::max(widest, columns(left));
  }
  print_folded("", 0);
  print_folded(title + ":", 0);
  for (const auto& [left, text] : entries) {
    print_entry(left, text, std::min(widest + 4, kFarthest));
  }
}

// "--top N"
std::string usage_of(const CLI::Option& option) {
  std::string name = option.get_lnames().empty() ? "-" + option.get_single_name()
                                                 : "--" + option.get_lnames().front();
  if (option.get_expected_min() == 0) return name;
  const std::string type = option.get_type_name();
  const bool is_number = type == "UINT" || type == "INT" || type == "FLOAT";
  return name + " " + (is_number ? "N" : type);
}

// Lines of "command    what it does" as entries.
Program::Entries split_examples(const std::string& text) {
  Program::Entries entries;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
    const std::size_t end = std::min(line.find("  ", begin), line.size());
    const std::size_t said = std::min(line.find_first_not_of(' ', end), line.size());
    entries.emplace_back(line.substr(begin, end - begin), line.substr(said));
  }
  return entries;
}

}  // namespace

void Program::print_help() const {
  print_folded(app_->get_description(), 0);
  print_folded("Usage: " + usage_ + " [OPTIONS]", 7, "");
  if (!arguments_.empty()) print_section("Arguments", arguments_);
  print_options();
  for (const auto& [title, entries] : sections_) print_section(title, entries);
  print_section("Examples", split_examples(examples_));
  Entries status{{"0", "done"}, {"1", "an error"}, {"2", "wrong usage"}};
  if (find_option("--strict") != nullptr) status.emplace_back("3", "with --strict: a warning");
  print_section("Exit status", status);
}

void Program::print_options() const {
  Entries first;
  Entries last;  // what every program has
  for (const CLI::Option* option : app_->get_options()) {
    const std::string name = option->get_single_name();
    if (name == "help") {
      last.emplace_back("--help", "Print this");
    } else {
      (name == "json" ? last : first).emplace_back(usage_of(*option), option->get_description());
    }
  }
  std::reverse(last.begin(), last.end());
  first.insert(first.end(), last.begin(), last.end());
  if (allow_dashes_) first.emplace_back("--", "What follows are words, even where they begin so");
  print_section("Options", first);
}

}  // namespace examples
