// Reads command lines with CLI11 and turns exceptions into exit status.
#include "common/program.hpp"

#include <dateline/error.hpp>

#include <algorithm>
#include <iostream>

namespace examples {

Program::Program(std::string name, std::string purpose, std::string words, std::string examples)
    : name_(std::move(name)), usage_(name_ + " " + words), app_(std::move(purpose), usage_) {
  app_.footer("Examples:\n" + examples);
  app_.add_flag("--json", json, "Print JSON Lines for programs; the last line is the summary");
}

int Program::wrong_usage(const std::string& problem) const {
  std::cerr << name_ << ": " << problem << "\nUsage: " << usage_ << " [OPTIONS]; see --help\n";
  return kUsage;
}

bool Program::is_option(const std::string& arg, bool& takes_value) const {
  const std::string name = arg.substr(0, arg.find('='));
  if (name == "--help" || name == "-h") return true;
  for (const CLI::Option* option : app_.get_options()) {
    if (!option->check_name(name)) continue;
    takes_value = option->get_expected_min() > 0 && name == arg;
    return true;
  }
  return false;
}

void Program::split(int argc, char** argv, std::vector<std::string>& options,
                    std::vector<std::string>& words) const {
  bool options_ended = false;
  for (int i = 1; i < argc; ++i) {
    const std::string arg = argv[i];
    bool takes_value = false;
    if (options_ended || arg.size() < 2 || arg[0] != '-') {
      words.push_back(arg);
    } else if (arg == "--") {
      options_ended = true;
    } else if (is_option(arg, takes_value)) {
      options.push_back(arg);
      if (takes_value && i + 1 < argc) options.emplace_back(argv[++i]);
    } else if (allow_dashes_) {
      words.push_back(arg);
    } else {
      throw UsageError{"there is no option " + arg};
    }
  }
}

int Program::run(int argc, char** argv, std::size_t least_words,
                 const std::function<int(const std::vector<std::string>&)>& body) try {
  std::vector<std::string> options;
  std::vector<std::string> words;
  split(argc, argv, options, words);
  std::reverse(options.begin(), options.end());  // as CLI11 wants them
  try {
    app_.parse(options);
  } catch (const CLI::CallForHelp&) {
    std::cout << app_.help();
    return kDone;
  } catch (const CLI::ParseError& error) {
    return wrong_usage(error.what());
  }
  if (words.size() < least_words) return wrong_usage("something is missing");
  return body(words);
} catch (const UsageError& error) {
  return wrong_usage(error.text);
} catch (const dateline::Error& error) {
  std::cerr << name_ << ": " << error.what() << '\n';
  return kError;
} catch (const std::exception& error) {
  std::cerr << name_ << ": " << error.what() << '\n';
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

}  // namespace examples
