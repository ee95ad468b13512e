// What compare asks of every engine.  In: articles, questions.  Out: an index in a folder, answers.
#pragma once

#include <dateline/article.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace compare {

namespace fs = std::filesystem;
using Articles = std::vector<dateline::Article>;

enum class Match { kAny, kAll, kPhrase };  // of the words of a line

struct Question {
  Match match = Match::kAny;
  std::string line;
  std::string source = {};  // only articles of this source, unless empty
  bool count = false;       // how many match, instead of the best
  std::size_t top = 10;
};

struct Answer {
  double us = 0;           // from the text of the question to numbers and scores
  std::uint64_t hits = 0;  // returned, or counted
};

class Engine {
 public:
  virtual ~Engine() = default;
  virtual std::string name() const = 0;
  // One thread, positions kept, committed to disk; the folder is there and empty.  In seconds.
  virtual double build(const Articles& articles, const fs::path& folder) = 0;
  // What `build` wrote, without kept texts.
  virtual std::uint64_t bytes() const = 0;
  virtual Answer ask(const Question& question) = 0;
};

std::unique_ptr<Engine> make_dateline();
std::unique_ptr<Engine> make_xapian();
std::unique_ptr<Engine> make_sqlite();
std::unique_ptr<Engine> make_lucene();  // nothing where Java or Lucene is missing

// The title and the text as one, for engines without fields.
std::string whole_text(const dateline::Article& article);
std::uint64_t bytes_below(const fs::path& folder);

}  // namespace compare
