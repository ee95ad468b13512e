// Starts programs with fork and exec, collects what they print.
#include "examples/program.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

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

void redirect(int descriptor, const fs::path& file) {
  const int opened = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  dup2(opened, descriptor);
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
  const std::string path = std::string(DATELINE_PROGRAMS) + "/" + program;
  std::vector<char*> arguments{const_cast<char*>(path.c_str())};
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    redirect(STDOUT_FILENO, folder / "out");
    redirect(STDERR_FILENO, folder / "err");
    execv(path.c_str(), arguments.data());
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(folder / "out"), read(folder / "err")};
}

std::string shared_data() {
  const fs::path folder = fs::path(DATELINE_SOURCE_DIR) / "../shared/data";
  return fs::is_directory(folder) ? folder.string() : std::string();
}

std::string scratch(const std::string& name) {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  const std::string unique = std::string(test->test_suite_name()) + "." + test->name();
  const fs::path folder = fs::path(testing::TempDir()) / ("dateline." + unique) / name;
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder.string();
}

}  // namespace examples_test
