// A prompt on a terminal: one line after the other, with history and completion where the program was
// built with libedit, as they come where it was not.
// In: what a word may go on as.  Out: lines.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace examples {

class Prompt {
 public:
  // What the word in front of the cursor may be; each takes its place whole.
  using Complete = std::function<std::vector<std::string>(std::string_view word)>;
  Prompt(std::string text, Complete complete);
  ~Prompt();
  Prompt(const Prompt&) = delete;

  // The next line that is not blank; nullopt at the end of input.
  std::optional<std::string> line();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// True when a person sits before standard input and output.
bool is_conversation();

// The beginning that all of them have, cut between characters.
std::string common_beginning(const std::vector<std::string>& words);

}  // namespace examples
