// Lucene in a Java process of its own, which times itself: what the pipe takes does not count.
#include "compare/engine.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cctype>
#include <cstdio>
#include <stdexcept>

extern char** environ;

namespace compare {
namespace {

constexpr const char* kJars = "/usr/share/java";  // where Debian puts them, with versions
constexpr const char* kJava = "/usr/bin/java";

// The jar of a name, as in lucene-core-8.7.0.jar; empty where it is not installed.
fs::path find_jar(const std::string& name) {
  if (!fs::exists(kJars)) return {};
  for (const auto& entry : fs::directory_iterator(kJars)) {
    const std::string file = entry.path().filename().string();
    if (file.starts_with(name) && file.size() > name.size() && std::isdigit(file[name.size()])) {
      return entry.path();
    }
  }
  return {};
}

fs::path core_jar() {
  return find_jar("lucene-core-");
}

fs::path analyzers_jar() {
  return find_jar("lucene-analyzers-common-");
}

// A process that reads from one pipe and writes to another.
class Process {
 public:
  explicit Process(std::vector<std::string> words) {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (pipe(in.data()) != 0 || pipe(out.data()) != 0) throw std::runtime_error("no pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    for (const int end : {in[0], in[1], out[0], out[1]}) {
      posix_spawn_file_actions_addclose(&actions, end);
    }
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const int status =
        posix_spawn(&pid_, words[0].c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(in[0]);
    close(out[1]);
    to_ = fdopen(in[1], "w");
    from_ = fdopen(out[0], "r");
    if (status != 0 || to_ == nullptr || from_ == nullptr) throw std::runtime_error("no process");
  }
  ~Process() {
    std::fclose(to_);
    std::fclose(from_);
    waitpid(pid_, nullptr, 0);
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void write(const std::string& bytes) { std::fwrite(bytes.data(), 1, bytes.size(), to_); }
  std::string read_line() {
    std::fflush(to_);
    std::array<char, 256> line{};
    if (std::fgets(line.data(), line.size(), from_) == nullptr) {
      throw std::runtime_error("Lucene's process ended");
    }
    return line.data();
  }

 private:
  pid_t pid_ = 0;
  std::FILE* to_ = nullptr;
  std::FILE* from_ = nullptr;
};

class LuceneEngine : public Engine {
 public:
  LuceneEngine()
      : java_({kJava, "-Xmx3g", "-cp", core_jar().string() + ":" + analyzers_jar().string(),
               DATELINE_LUCENE_SERVER}) {}

  std::string name() const override {
    const std::string jar = core_jar().stem().string();
    return "Lucene " + jar.substr(jar.rfind('-') + 1);
  }

  double build(const Articles& articles, const fs::path& folder) override {
    folder_ = folder;
    java_.write("build\t" + folder.string() + "\t" + std::to_string(articles.size()) + "\n");
    for (const dateline::Article& article : articles) {
      const std::string text = whole_text(article);
      java_.write(article.source.value_or("") + "\t" + std::to_string(text.size()) + "\n" + text);
    }
    return std::stod(java_.read_line());
  }

  std::uint64_t bytes() const override { return bytes_below(folder_); }

  Answer ask(const Question& question) override {
    constexpr std::array kNames = {"any", "all", "phrase"};
    std::string line = question.line;
    for (char& c : line) c = c == '\t' || c == '\n' ? ' ' : c;
    java_.write(std::string(kNames[static_cast<std::size_t>(question.match)]) +
                (question.count ? "\tcount\t" : "\trank\t") + std::to_string(question.top) + "\t" +
                question.source + "\t" + line + "\n");
    const std::string answer = java_.read_line();
    return {std::stod(answer), std::stoull(answer.substr(answer.find('\t') + 1))};
  }

 private:
  fs::path folder_;
  Process java_;
};

}  // namespace

std::unique_ptr<Engine> make_lucene() {
  if (!fs::exists(kJava) || core_jar().empty() || analyzers_jar().empty()) return nullptr;
  return std::make_unique<LuceneEngine>();
}

}  // namespace compare
