// Starts programs with fork and exec, on files or on a terminal, collects what they print.
#include "examples/program.hpp"

#include "source_dir.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace examples_test {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// The programs of tests keep nothing in the real home.
[[maybe_unused]] const int kHasOwnHome =
    setenv("XDG_CONFIG_HOME", DATELINE_PROGRAMS "/config", /* overwrite */ 1);

void redirect(int descriptor, const fs::path& file) {
  const int opened = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  dup2(opened, descriptor);
}

[[noreturn]] void start(const std::string& program, const std::vector<std::string>& words) {
  const std::string path = std::string(DATELINE_PROGRAMS) + "/" + program;
  std::vector<char*> arguments{const_cast<char*>(path.c_str())};
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  execv(path.c_str(), arguments.data());
  _exit(127);
}

int wait_for(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

std::vector<Json> Output::lines() const {
  std::vector<Json> result;
  std::istringstream text(out);
  for (std::string line; std::getline(text, line);) result.push_back(Json::parse(line));
  return result;
}

std::vector<std::string> Output::ids() const {
  std::vector<std::string> result;
  for (const Json& line : lines()) {
    if (line.contains("rank")) result.push_back(line["id"]);
  }
  return result;
}

Json Output::summary() const {
  return lines().back().at("summary");
}

Output run(const std::string& program, const std::vector<std::string>& words) {
  const fs::path folder = scratch("output");
  Output output = run_into(folder / "out", program, words);
  output.out = read(folder / "out");
  return output;
}

Output run_into(const std::string& file, const std::string& program,
                const std::vector<std::string>& words) {
  const fs::path errors = fs::path(scratch("errors")) / "err";
  const pid_t child = fork();
  if (child == 0) {
    redirect(STDERR_FILENO, errors);
    if (file.empty()) {
      close(STDOUT_FILENO);
    } else {
      redirect(STDOUT_FILENO, file);
    }
    start(program, words);
  }
  const int status = wait_for(child);
  return {status, "", read(errors)};
}

Output run_on_terminal(unsigned short columns, const std::vector<std::string>& environment,
                       const std::string& program, const std::vector<std::string>& words,
                       const std::string& typed) {
  winsize size{};
  size.ws_col = columns;
  size.ws_row = 50;
  int terminal = -1;
  const pid_t child = forkpty(&terminal, nullptr, nullptr, &size);
  if (child == 0) {
    setenv("TERM", "xterm", 1);
    unsetenv("NO_COLOR");
    for (std::string each : environment) {
      const std::size_t equals = each.find('=');
      setenv(each.substr(0, equals).c_str(), each.c_str() + equals + 1, 1);
    }
    start(program, words);
  }
  if (write(terminal, typed.data(), typed.size()) < 0) return {};
  std::string seen;
  char buffer[4096];
  for (ssize_t got = 0; (got = ::read(terminal, buffer, sizeof buffer)) > 0;) {
    seen.append(buffer, static_cast<std::size_t>(got));
  }
  close(terminal);
  std::erase(seen, '\r');
  return {wait_for(child), seen, ""};
}

std::string shared_data() {
  const fs::path folder = fs::path(source_dir()) / "../shared/data";
  return fs::is_directory(folder) ? folder.string() : std::string();
}

std::string scratch(const std::string& name) {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  // Another build's tests may run at the same time.
  const std::string build = std::to_string(std::hash<std::string>()(DATELINE_PROGRAMS));
  const std::string unique = std::string(test->test_suite_name()) + "." + test->name();
  const fs::path folder = fs::path(testing::TempDir()) / ("dateline." + build) / unique / name;
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder.string();
}

}  // namespace examples_test
