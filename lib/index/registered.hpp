// What an index keeps besides its articles: alerts, and where each commit ended.
// In and out: values; bytes of derived files.
// Tested by tests/index/registered_test.cpp.
#pragma once

#include <dateline/index.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::index {

// Throws Error: kExists, kInvalid.
void check_alert(const Alert& alert, const std::vector<Alert>& others);

// Names and queries, as base::ByteWriter::string; no bytes for none.
std::string print_alerts(const std::vector<Alert>& alerts);
// Throws Error(kCorrupt).
std::vector<Alert> read_alerts(std::string_view bytes);

struct Commit {
  std::uint64_t generation = 0;
  std::uint64_t next_arrival = 0;  // what came later has this number or a higher one
  friend bool operator==(const Commit&, const Commit&) = default;
};

// The newest ones that are kept: one for each commit, older ones forgotten.
inline constexpr std::size_t kMostCommits = 10000;

std::vector<Commit> with_commit(std::vector<Commit> commits, Commit commit);
// Their differences, as base::ByteWriter::number.
std::string print_commits(const std::vector<Commit>& commits);
// Throws Error(kCorrupt).
std::vector<Commit> read_commits(std::string_view bytes);

// Throws Error(kNotFound) for a commit that is not known any more, or not yet.
std::uint64_t first_arrival_after(const std::vector<Commit>& commits, std::uint64_t generation);

}  // namespace dateline::index
