// Runs an example program as its users do.  In: a command line.  Out: what it printed, its status.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace examples_test {

using Json = nlohmann::ordered_json;

struct Output {
  int status = -1;
  std::string out;
  std::string err;

  // Standard output as JSON Lines.
  std::vector<Json> lines() const;
  // The ids of the hits, in order.
  std::vector<std::string> ids() const;
  // The object of the last line.
  Json summary() const;
};

// `words` go to the program as they are, without a shell.
Output run(const std::string& program, const std::vector<std::string>& words);
// The same with another file as standard output; empty: closed.
Output run_into(const std::string& file, const std::string& program,
                const std::vector<std::string>& words);
// The same on a terminal of so many columns; `out` is what reaches it, errors too, with "\n" for
// each end of a line.  `environment`: "NAME=value".  `typed`: what the person there types.
Output run_on_terminal(unsigned short columns, const std::vector<std::string>& environment,
                       const std::string& program, const std::vector<std::string>& words,
                       const std::string& typed = {});

// The folder of the measuring data beside the repository; empty where it is absent.
std::string shared_data();

// A new folder for this test, empty.
std::string scratch(const std::string& name);

}  // namespace examples_test
