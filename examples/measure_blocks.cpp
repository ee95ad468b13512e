// Measures how well captions, furniture and the other parts of pages are told apart, on labels that
// careful readers made: {"article": ID, "blocks": [{"begin": 0, "end": 9, "role": "body"}]} a line.
#include "common/json.hpp"
#include "common/key.hpp"
#include "common/program.hpp"
#include "common/terminal.hpp"

#include <dateline/dateline.hpp>

#include <algorithm>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <sstream>

namespace {

using dateline::Range;

struct Counts {
  std::size_t labels = 0;
  std::size_t found = 0;  // by the program
  std::size_t right = 0;

  void add(const Counts& other) {
    labels += other.labels;
    found += other.found;
    right += other.right;
  }
  examples::Json json() const {
    const auto share = [&](std::size_t of) {
      return of == 0 ? examples::Json(nullptr)
                     : examples::Json(static_cast<double>(right) / static_cast<double>(of));
    };
    return {{"precision", share(found)},
            {"recall", share(labels)},
            {"labels", labels},
            {"found", found},
            {"right", right}};
  }
};

struct Label {
  Range range;
  std::string role;
};

struct LabelledArticle {
  std::string id;
  std::vector<Label> labels;
};

// Throws Error(kInvalid) with file:line.
LabelledArticle read_line(const std::string& line, const std::string& where) try {
  const auto json = examples::Json::parse(line);
  LabelledArticle article{json.at("article").get<std::string>(), {}};
  for (const auto& block : json.at("blocks")) {
    const Range range{block.at("begin").get<std::size_t>(), block.at("end").get<std::size_t>()};
    article.labels.push_back({range, block.at("role").get<std::string>()});
  }
  return article;
} catch (const examples::Json::exception& error) {
  throw dateline::Error(
      dateline::ErrorCode::kInvalid, "read labels", where, error.what(),
      "each line is {\"article\": ID, \"blocks\": [{\"begin\", \"end\", \"role\"}]}");
}

std::vector<LabelledArticle> read_labels(const std::string& file) {
  std::ifstream in(file);
  if (!in) {
    throw dateline::Error(dateline::ErrorCode::kNotFound, "read labels", file,
                          "there is no such file", "check its name");
  }
  std::vector<LabelledArticle> articles;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (!line.empty()) articles.push_back(read_line(line, file + ":" + std::to_string(number)));
  }
  return articles;
}

// The block that holds most of the label's bytes.
const dateline::Block* block_at(const dateline::Page& page, Range range) {
  const dateline::Block* best = nullptr;
  std::size_t most = 0;
  for (const auto& block : page.blocks) {
    const std::size_t begin = std::max(block.range.begin, range.begin);
    const std::size_t end = std::min(block.range.end, range.end);
    if (begin < end && end - begin > most) {
      most = end - begin;
      best = &block;
    }
  }
  return best;
}

class Measurement {
 public:
  explicit Measurement(bool list) : list_(list) {}

  void add(const dateline::StoredArticle& stored, const std::vector<Label>& labels) {
    for (const Label& label : labels) {
      if (label.range.begin >= label.range.end || label.range.end > stored.article.text.size()) {
        throw dateline::Error(dateline::ErrorCode::kInvalid, "measure blocks", stored.article.id,
                              "a label lies outside the article's text",
                              "the labels are of another text; index what they were made for");
      }
      const auto* block = block_at(stored.page, label.range);
      const std::string role(block == nullptr ? "none" : dateline::role_name(block->role));
      ++roles_[label.role].labels;
      ++roles_[role].found;
      if (role == label.role) {
        ++roles_[role].right;
      } else if (list_) {
        print(stored, label, role, block);
      }
    }
  }

  // Of junk and captions together.
  Counts asides() const {
    Counts counts;
    for (const char* role : {"junk", "caption"}) {
      if (const auto found = roles_.find(role); found != roles_.end()) counts.add(found->second);
    }
    return counts;
  }
  const std::map<std::string, Counts>& roles() const { return roles_; }

 private:
  static void print(const dateline::StoredArticle& stored, const Label& label,
                    const std::string& role, const dateline::Block* block) {
    examples::print({{"block",
                      {{"article", stored.article.id},
                       {"begin", label.range.begin},
                       {"end", label.range.end},
                       {"label", label.role},
                       {"role", role},
                       {"reason", block == nullptr ? "" : block->reason}}}});
  }

  bool list_;
  std::map<std::string, Counts> roles_;
};

void print_people(const Measurement& measurement, const examples::Json& missing) {
  const auto row = [](const std::string& name, const Counts& counts) {
    const auto percent = [&](std::size_t of) {
      std::ostringstream out;
      out << std::fixed << std::setprecision(3)
          << (of == 0 ? 0 : static_cast<double>(counts.right) / static_cast<double>(of));
      return of == 0 ? std::string("-") : out.str();
    };
    std::cout << std::left << std::setw(18) << name << std::right << std::setw(9)
              << percent(counts.found) << std::setw(9) << percent(counts.labels) << std::setw(8)
              << counts.labels << '\n';
  };
  std::cout << "role              precision   recall  labels\n";
  row("junk and caption", measurement.asides());
  for (const auto& [name, counts] : measurement.roles()) row(name, counts);
  for (const auto& id : missing) std::cout << "not in the index: " << id << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program(
      "measure_blocks", "Measures how well captions and page furniture are found.",
      "INDEX LABELS.jsonl", "  measure_blocks news.index labels.jsonl --json\n");
  program.argument("INDEX", "The index of the labelled articles");
  program.argument("LABELS.jsonl", "The role of each line, by byte ranges");
  bool list = false;
  program.flag("--list", list, "Also print each line that was taken for another");
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    const auto searcher = examples::open_searcher(program, words[0]);
    Measurement measurement(list);
    examples::Json missing = examples::Json::array();
    std::size_t articles = 0;
    for (const auto& labelled : read_labels(words[1])) {
      if (const auto stored = searcher.article(labelled.id)) {
        measurement.add(*stored, labelled.labels);
        ++articles;
      } else {
        missing.push_back(labelled.id);
      }
    }
    if (articles == 0) {
      throw dateline::Error(dateline::ErrorCode::kNotFound, "measure blocks", words[1],
                            "no labelled article is in the index", "index them first");
    }
    if (!program.json) {
      print_people(measurement, missing);
      return examples::kDone;
    }
    examples::Json summary = measurement.asides().json();
    summary["articles"] = articles;
    summary["missing"] = missing;
    for (const auto& [name, counts] : measurement.roles()) summary["roles"][name] = counts.json();
    examples::print({{"summary", summary}});
    return examples::kDone;
  });
}
