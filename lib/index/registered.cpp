// What an index keeps besides its articles.  In: alerts, commits.  Out: bytes, and the way back.
// Tested by tests/index/registered_test.cpp.
#include "index/registered.hpp"

#include "base/bytes.hpp"

#include <dateline/error.hpp>
#include <dateline/query.hpp>

#include <algorithm>

namespace dateline::index {

void check_alert(const Alert& alert, const std::vector<Alert>& others) {
  const auto refuse = [&](ErrorCode code, std::string_view why, std::string_view advice) {
    throw Error(code, "add alert", alert.name, why, advice);
  };
  if (alert.name.empty()) refuse(ErrorCode::kInvalid, "its name is empty", "give it one");
  const bool is_there = std::any_of(others.begin(), others.end(),
                                    [&](const Alert& other) { return other.name == alert.name; });
  if (is_there) refuse(ErrorCode::kExists, "there is one of this name", "remove it first");
  const ParsedQuery parsed = parse_query(alert.query);
  if (!parsed.warnings.empty()) {
    refuse(ErrorCode::kInvalid, parsed.warnings.front().text, "mend the query");
  }
  if (alert.query.find_first_not_of(" \t\r\n") == std::string::npos) {
    refuse(ErrorCode::kInvalid, "its query is empty", "give it one");
  }
}

std::string print_alerts(const std::vector<Alert>& alerts) {
  base::ByteWriter out;
  for (const Alert& alert : alerts) {
    out.string(alert.name);
    out.string(alert.query);
  }
  return out.take();
}

std::vector<Alert> read_alerts(std::string_view bytes) {
  std::vector<Alert> alerts;
  for (base::ByteReader in(bytes, "alerts"); !in.done();) {
    std::string name(in.string());
    alerts.push_back({std::move(name), std::string(in.string())});
  }
  return alerts;
}

std::vector<Commit> with_commit(std::vector<Commit> commits, Commit commit) {
  commits.push_back(commit);
  if (commits.size() > kMostCommits) commits.erase(commits.begin());
  return commits;
}

std::string print_commits(const std::vector<Commit>& commits) {
  base::ByteWriter out;
  Commit before;
  for (const Commit& commit : commits) {
    out.number(commit.generation - before.generation);
    out.number(commit.next_arrival - before.next_arrival);
    before = commit;
  }
  return out.take();
}

std::vector<Commit> read_commits(std::string_view bytes) {
  std::vector<Commit> commits;
  Commit commit;
  for (base::ByteReader in(bytes, "commits"); !in.done();) {
    commit.generation += in.number();
    commit.next_arrival += in.number();
    commits.push_back(commit);
  }
  return commits;
}

std::uint64_t first_arrival_after(const std::vector<Commit>& commits, std::uint64_t generation) {
  const auto found = std::find_if(commits.begin(), commits.end(), [&](const Commit& commit) {
    return commit.generation == generation;
  });
  if (found != commits.end()) return found->next_arrival;
  throw Error(ErrorCode::kNotFound, "search after commit", std::to_string(generation),
              "the index does not know it",
              "the summary of a search or of index_articles names the newest one");
}

}  // namespace dateline::index
