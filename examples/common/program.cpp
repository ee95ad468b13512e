// Reads command lines with CLI11 and turns exceptions into exit status.
#include "common/program.hpp"

#include "common/terminal.hpp"
#include "common/text.hpp"

#include <dateline/error.hpp>

#include <CLI/CLI.hpp>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <iostream>

namespace examples {
namespace {

// A closed descriptor would be given to the next file that is opened, and an answer written into an
// index: something that cannot be written takes its place.
void hold_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(descriptor, F_GETFD) == -1) open("/dev/null", O_RDONLY);
  }
}

bool read_number(const std::string& text, std::uint64_t& number) {
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return read.ec == std::errc() && read.ptr == end;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "--word" or "--word=value": nobody excludes a word with two dashes.
bool looks_like_option(const std::string& arg) {
  if (arg.size() < 3 || !arg.starts_with("--") || !is_letter(arg[2])) return false;
  const std::string name = arg.substr(2, arg.find('=') - 2);
  return std::all_of(name.begin(), name.end(), [](char c) { return is_letter(c) || c == '-'; });
}

// "-n 5" is an option of other programs.
bool looks_like_short_option(const std::string& arg, const char* next) {
  std::uint64_t number = 0;
  return arg.size() == 2 && is_letter(arg[1]) && next != nullptr && read_number(next, number);
}

// Letters to insert, delete or change.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({change, row[j] + 1, row[j - 1] + 1}));
    }
  }
  return row.back();
}

}  // namespace

Program::Program(std::string name, std::string purpose, std::string words, std::string examples)
    : name_(std::move(name)),
      usage_(name_ + " " + words),
      words_(std::move(words)),
      examples_(std::move(examples)),
      app_(std::make_unique<CLI::App>(std::move(purpose), usage_)) {
  app_->option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app_->add_flag("--json", json, "Print JSON Lines for programs; the last line is the summary");
  app_->add_flag("--trust", trust, "Open an index over Xapian that somebody else made");
}

Program::~Program() = default;

void Program::flag(const std::string& name, bool& value, const std::string& text) {
  app_->add_flag(name, value, text);
}

void Program::argument(std::string name, std::string text) {
  arguments_.emplace_back(std::move(name), std::move(text));
}

void Program::section(std::string title, Entries entries) {
  sections_.emplace_back(std::move(title), std::move(entries));
}

void Program::add_number(const std::string& name, std::uint64_t least, std::uint64_t most,
                         const std::string& text, const std::function<void(std::uint64_t)>& set) {
  const auto read = [=](const std::string& typed) {
    std::uint64_t number = 0;
    if (!read_number(typed, number) || number < least || number > most) {
      throw UsageError{name + " takes a whole number from " + with_commas(least) + " to " +
                       with_commas(most) + ", not \"" + typed + "\""};
    }
    set(number);
  };
  app_->add_option_function<std::string>(name, read, text)->type_name("N");
}

void Program::choice(const std::string& name, std::string& value,
                     const std::vector<std::string>& choices, const std::string& text) {
  const auto read = [=, &value](const std::string& typed) {
    if (std::find(choices.begin(), choices.end(), typed) == choices.end()) {
      throw UsageError{name + " takes " + either(choices) + ", not \"" + typed + "\""};
    }
    value = typed;
  };
  app_->add_option_function<std::string>(name, read, text)->type_name("WORD");
}

void Program::text(const std::string& name, const std::string& what,
                   const std::function<void(const std::string&)>& read, const std::string& text) {
  app_->add_option_function<std::string>(name, read, text)->type_name(what);
}

void Program::text(const std::string& name, const std::string& what, std::string& value,
                   const std::string& text) {
  app_->add_option(name, value, text)->type_name(what);
}

int Program::wrong_usage(const std::string& problem) const {
  complain(name_, problem);
  std::cerr << "Usage: " << usage_ << " [OPTIONS]; see --help\n";
  return kUsage;
}

const CLI::Option* Program::find_option(const std::string& arg) const {
  const std::string name = arg.substr(0, arg.find('='));
  for (const CLI::Option* option : app_->get_options()) {
    if (option->check_name(name)) return option;
  }
  return nullptr;
}

std::string Program::nearest_option(const std::string& arg) const {
  constexpr std::size_t kMostChanges = 2;
  const std::string typed = arg.substr(0, arg.find('='));
  std::string best;
  std::size_t changes = kMostChanges + 1;
  for (const CLI::Option* option : app_->get_options()) {
    const std::string name = "--" + option->get_single_name();
    const bool begins = typed.size() > 3 && (name.starts_with(typed) || typed.starts_with(name));
    const std::size_t here = begins ? 1 : distance(typed, name);
    if (here >= changes) continue;
    changes = here;
    best = name;
  }
  return best;
}

void Program::refuse_unknown(const std::string& arg, const char* next) const {
  const bool is_word =
      allow_dashes_ && !looks_like_option(arg) && !looks_like_short_option(arg, next);
  if (is_word) return;
  std::string problem = "there is no option " + arg;
  const std::string nearest = nearest_option(arg);
  if (!nearest.empty()) problem += "; did you mean " + nearest + "?";
  if (allow_dashes_ && nearest.empty())
    problem += "; if it is a word to search, write -- before it";
  throw UsageError{problem};
}

// A known option with its value, which may be the next argument.
std::string Program::with_value(const CLI::Option& option, std::string arg, int argc, char** argv,
                                int& at) {
  const bool takes_value = option.get_expected_min() > 0;
  const std::size_t equals = arg.find('=');
  const std::string name = arg.substr(0, equals);
  if (equals != std::string::npos && !takes_value) throw UsageError{name + " takes no value"};
  if (equals == std::string::npos && takes_value) {
    arg += "=" + std::string(at + 1 < argc ? argv[++at] : "");
  }
  if (takes_value && arg.size() == name.size() + 1) throw UsageError{name + " needs a value"};
  return arg;
}

void Program::split(int argc, char** argv, std::vector<std::string>& options,
                    std::vector<std::string>& words) const {
  bool options_ended = false;
  for (int i = 1; i < argc; ++i) {
    const std::string arg = argv[i];
    if (options_ended || arg.size() < 2 || arg[0] != '-') {
      words.push_back(arg);
    } else if (arg == "--") {
      options_ended = true;
    } else if (const CLI::Option* const option = find_option(arg)) {
      options.push_back(with_value(*option, arg, argc, argv, i));
    } else {
      refuse_unknown(arg, argv[i + 1]);
      words.push_back(arg);
    }
  }
}

std::string Program::missing_word(std::size_t number) const {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < number; ++i) begin = words_.find(' ', begin) + 1;
  const std::string word = words_.substr(begin, words_.find(' ', begin) - begin);
  return word.substr(0, word.find("...")) + " is missing";
}

int Program::run(int argc, char** argv, std::size_t least_words,
                 const std::function<int(const std::vector<std::string>&)>& body) {
  hold_descriptors();
  return finish(status_of(argc, argv, least_words, body));
}

int Program::status_of(int argc, char** argv, std::size_t least_words,
                       const std::function<int(const std::vector<std::string>&)>& body) try {
  std::vector<std::string> options;
  std::vector<std::string> words;
  split(argc, argv, options, words);
  std::reverse(options.begin(), options.end());  // as CLI11 wants them
  try {
    app_->parse(options);
  } catch (const CLI::CallForHelp&) {
    print_help();
    return kDone;
  } catch (const CLI::ParseError& error) {
    return wrong_usage(error.what());
  }
  if (words.size() < least_words) return wrong_usage(missing_word(words.size()));
  return body(words);
} catch (const UsageError& error) {
  return wrong_usage(error.text);
} catch (const std::exception& error) {
  end_progress();
  complain(name_, error.what());
  return kError;
}

int Program::finish(int status) const {
  std::cout.flush();
  if (std::cout && std::ferror(stdout) == 0) return status;
  complain(name_, "cannot write the answer: standard output refuses it; check where it goes");
  return kError;
}

std::string join(const std::vector<std::string>& words, std::size_t first) {
  std::string result;
  for (std::size_t i = first; i < words.size(); ++i) {
    if (i > first) result.push_back(' ');
    result.append(words[i]);
  }
  return result;
}

std::string either(const std::vector<std::string>& choices) {
  std::string text;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == choices.size() ? " or " : ", ") + choices[i];
  }
  return text;
}

}  // namespace examples
