#include "reliability/trial.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace dateline::reliability {

bool is_full() {
  return std::getenv("DATELINE_FULL") != nullptr;
}

std::uint64_t after(std::uint64_t number, std::uint64_t count) {
  if (is_full()) return number + 1;
  return number + 1 + count / (kIsSanitized ? 2 : 60);
}

int in_a_process(const std::function<void()>& action) {
  std::fflush(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    try {
      action();
      ::_exit(0);
    } catch (const std::exception& error) {
      std::fprintf(stderr, "%s\n", error.what());
      ::_exit(100);
    }
  }
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  return WIFSIGNALED(status) ? 256 + WTERMSIG(status) : WEXITSTATUS(status);
}

void make_index(const std::filesystem::path& path, const Recipe& recipe, TextStore store) {
  Index index = Index::create(path, recipe, store);
  for (int commit = 1; commit <= kBefore; ++commit) flow::run_commit(index, commit);
}

void work(const std::filesystem::path& path, const std::function<void(int)>& told) {
  Index index = Index::open(path);
  for (int commit = kBefore + 1; commit <= kAfter; ++commit) {
    flow::run_commit(index, commit);
    told(commit);
    index.merge();
  }
}

void build(const std::filesystem::path& path, const Recipe& recipe,
           const std::function<void(int)>& told) {
  Index index = Index::create(path, recipe);
  told(0);
  for (int commit = 1; commit <= 2; ++commit) {
    flow::run_commit(index, commit);
    told(commit);
  }
}

void expect_whole(const std::filesystem::path& path, int told, int last) {
  const flow::Articles found = flow::articles_in(path);
  const bool one_more = found != flow::articles_after(told);
  EXPECT_EQ(found, flow::articles_after(told + (one_more ? 1 : 0))) << "told of " << told;
  EXPECT_TRUE(check_index(path).ok);
  Index index = Index::open(path);
  for (int commit = told + 1; commit <= last; ++commit) flow::run_commit(index, commit);
  index.merge();
  EXPECT_EQ(flow::articles_in(path), flow::articles_after(std::max(told, last)));
  EXPECT_TRUE(check_index(path).ok);
}

}  // namespace dateline::reliability
