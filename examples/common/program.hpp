// What all programs share: command line, help, exit status, errors.
// In: argc, argv.  Out: options, words; 0 done, 1 an error, 2 wrong usage, 3 with --strict a warning.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace examples {

inline constexpr int kDone = 0;
inline constexpr int kError = 1;
inline constexpr int kUsage = 2;
inline constexpr int kStrict = 3;

// Wrong usage; may also be found after the command line was read.
struct UsageError {
  std::string text;
};

// A program: its options, and what is not an option, in order.
class Program {
 public:
  // `words` names what follows the options in the usage line: "INDEX QUERY".  `examples`: a line
  // each, two blanks or more before what is said about it.
  Program(std::string name, std::string purpose, std::string words, std::string examples);
  ~Program();

  // What --help says besides: about a word, and in sections of their own.
  using Entries = std::vector<std::pair<std::string, std::string>>;
  void argument(std::string name, std::string text);
  void section(std::string title, Entries entries);

  // An option that takes nothing, a whole number between `least` and `most`, one of several words,
  // or any text; what does not fit is wrong usage, and so is what `read` refuses by a UsageError.
  void flag(const std::string& name, bool& value, const std::string& text);
  template <class T>
  void number(const std::string& name, T& value, std::uint64_t least, std::uint64_t most,
              const std::string& text) {
    add_number(name, least, most, text, [&value](std::uint64_t n) { value = static_cast<T>(n); });
  }
  void choice(const std::string& name, std::string& value, const std::vector<std::string>& choices,
              const std::string& text);
  void text(const std::string& name, const std::string& what, std::string& value,
            const std::string& text);
  void text(const std::string& name, const std::string& what,
            const std::function<void(const std::string&)>& read, const std::string& text);

  // A word that begins with '-' and is no known option is taken as a word, not as a mistake, unless
  // it looks like an option: "--word", or "-n 5".
  void allow_dashes() { allow_dashes_ = true; }

  // Reads the command line and runs `body` with the words; the exit status.  An answer that cannot
  // be written is an error.
  int run(int argc, char** argv, std::size_t least_words,
          const std::function<int(const std::vector<std::string>& words)>& body);

  bool json = false;
  bool trust = false;  // of indexes over Xapian that somebody else made

 private:
  void add_number(const std::string& name, std::uint64_t least, std::uint64_t most,
                  const std::string& text, const std::function<void(std::uint64_t)>& set);
  int status_of(int argc, char** argv, std::size_t least_words,
                const std::function<int(const std::vector<std::string>&)>& body);
  int finish(int status) const;
  int wrong_usage(const std::string& problem) const;
  void print_help() const;
  void print_options() const;
  std::string missing_word(std::size_t number) const;

  const CLI::Option* find_option(const std::string& arg) const;
  void refuse_unknown(const std::string& arg, const char* next) const;
  std::string nearest_option(const std::string& arg) const;
  static std::string with_value(const CLI::Option& option, std::string arg, int argc, char** argv,
                                int& at);
  void split(int argc, char** argv, std::vector<std::string>& options,
             std::vector<std::string>& words) const;

  std::string name_;
  std::string usage_;
  std::string words_;
  std::string examples_;
  Entries arguments_;
  std::vector<std::pair<std::string, Entries>> sections_;
  std::unique_ptr<CLI::App> app_;
  bool allow_dashes_ = false;
};

// The words from `first` on, joined by blanks.
std::string join(const std::vector<std::string>& words, std::size_t first);

// "a, b or c"
std::string either(const std::vector<std::string>& choices);

}  // namespace examples
