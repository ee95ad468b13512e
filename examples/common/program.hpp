// What all programs share: command line, exit status, errors.
// In: argc, argv.  Out: options, words; 0 done, 1 an error, 2 wrong usage, 3 with --strict a warning.
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

namespace examples {

inline constexpr int kDone = 0;
inline constexpr int kError = 1;
inline constexpr int kUsage = 2;
inline constexpr int kStrict = 3;

// Wrong usage found after the command line was read.
struct UsageError {
  std::string text;
};

// A program: its options, and what is not an option, in order.
class Program {
 public:
  // `words` names what follows the options in the usage line: "INDEX QUERY".
  Program(std::string name, std::string purpose, std::string words, std::string examples);

  CLI::App& options() { return app_; }
  // A word that begins with '-' and is no known option is taken as a word, not as a mistake.
  void allow_dashes() { allow_dashes_ = true; }

  // Reads the command line and runs `body` with the words; the exit status.
  int run(int argc, char** argv, std::size_t least_words,
          const std::function<int(const std::vector<std::string>& words)>& body);

  bool json = false;

 private:
  int wrong_usage(const std::string& problem) const;
  bool is_option(const std::string& arg, bool& takes_value) const;
  void split(int argc, char** argv, std::vector<std::string>& options,
             std::vector<std::string>& words) const;

  std::string name_;
  std::string usage_;
  CLI::App app_;
  bool allow_dashes_ = false;
};

// The words from `first` on, joined by blanks.
std::string join(const std::vector<std::string>& words, std::size_t first);

}  // namespace examples
