// Measures how good the ranking is on queries with judgements.
#include "common/json.hpp"
#include "common/program.hpp"

#include <dateline/dateline.hpp>

#include <charconv>
#include <fstream>
#include <iostream>
#include <limits>
#include <unordered_map>

namespace {

using Fields = std::vector<std::string>;

[[noreturn]] void fail(const std::string& file, std::size_t line, const std::string& reason) {
  throw dateline::Error(dateline::ErrorCode::kInvalid, "read", file + ":" + std::to_string(line),
                        reason, "mend this line");
}

// The lines of a tab-separated file, each with at least `least` fields.
std::vector<Fields> read_tsv(const std::string& file, std::size_t least) {
  std::ifstream in(file);
  if (!in) {
    throw dateline::Error(dateline::ErrorCode::kNotFound, "read", file, "there is no such file",
                          "check its name");
  }
  std::vector<Fields> lines;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) continue;
    Fields& fields = lines.emplace_back(1);
    for (const char c : line) {
      if (c == '\t') {
        fields.emplace_back();
      } else {
        fields.back().push_back(c);
      }
    }
    if (fields.size() < least) fail(file, number, "there are too few fields between tabs");
  }
  return lines;
}

std::unordered_map<std::string, dateline::Judgements> read_judgements(const std::string& file) {
  std::unordered_map<std::string, dateline::Judgements> judgements;
  std::size_t number = 0;
  for (const Fields& fields : read_tsv(file, 3)) {
    ++number;
    int grade = 0;
    const char* end = fields[2].data() + fields[2].size();
    const auto read = std::from_chars(fields[2].data(), end, grade);
    if (read.ec != std::errc() || read.ptr != end) {
      fail(file, number, "the grade is no number");
    }
    judgements[fields[0]][fields[1]] = grade;
  }
  return judgements;
}

examples::Json to_json(const dateline::Measures& measures) {
  return {{"ndcg10", measures.ndcg10},
          {"map", measures.map},
          {"recall100", measures.recall100},
          {"p5", measures.p5}};
}

void print(const dateline::Evaluation& evaluation, bool json) {
  if (json) {
    examples::Json summary{{"queries", evaluation.queries}};
    summary.update(to_json(evaluation.mean));
    summary["low"] = to_json(evaluation.low);
    summary["high"] = to_json(evaluation.high);
    examples::print({{"summary", summary}});
    return;
  }
  const auto row = [&](const char* name, double dateline::Measures::*field) {
    char line[96];
    std::snprintf(line, sizeof line, "%-12s %.4f   (%.4f to %.4f)\n", name, evaluation.mean.*field,
                  evaluation.low.*field, evaluation.high.*field);
    std::cout << line;
  };
  std::cout << evaluation.queries << " queries; mean (95 % interval)\n";
  row("nDCG@10", &dateline::Measures::ndcg10);
  row("MAP", &dateline::Measures::map);
  row("recall@100", &dateline::Measures::recall100);
  row("P@5", &dateline::Measures::p5);
}

bool has_relevant(const dateline::Judgements& judgements) {
  for (const auto& [id, grade] : judgements) {
    if (grade > 0) return true;
  }
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program(
      "evaluate", "Measures the ranking on queries with judgements.",
      "INDEX QUERIES.tsv [QRELS.tsv]",
      "  evaluate text.index queries.tsv qrels.tsv\n"
      "  evaluate text.index queries.tsv --run dateline.run      for trec_eval\n");
  std::string run;
  std::size_t top = 1000;
  program.options().add_option("--run", run, "Write the rankings as a TREC run to this file");
  dateline::RankingOptions ranking;
  program.options().add_flag("--expand", ranking.expand, "Widen each query by its best hits");
  program.options().add_option("--top", top, "How many articles to rank for each query");
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    if (words.size() > 3) throw examples::UsageError{"there are more than three names"};
    const auto searcher = dateline::Searcher::open(words[0]);
    const auto queries = read_tsv(words[1], 2);
    auto judgements = words.size() > 2 ? read_judgements(words[2])
                                       : std::unordered_map<std::string, dateline::Judgements>();
    std::ofstream out;
    if (!run.empty()) out.open(run);
    out.precision(std::numeric_limits<double>::max_digits10);  // others sort by the scores again
    std::vector<dateline::Measures> measured;
    for (const Fields& query : queries) {
      std::vector<std::string> ids;
      for (const auto& [id, score] : searcher.rank(dateline::plain_words(query[1]), top, ranking)) {
        ids.push_back(id);
        if (out.is_open()) {
          out << query[0] << " Q0 " << id << ' ' << ids.size() << ' ' << score << " dateline\n";
        }
      }
      const auto& judged = judgements[query[0]];
      if (has_relevant(judged)) measured.push_back(dateline::measure(ids, judged));
    }
    if (!run.empty() && !out.flush()) {
      throw dateline::Error(dateline::ErrorCode::kIo, "write", run, "the system refused",
                            "check the folder and the space on the disk");
    }
    print(dateline::evaluate(measured), program.json);
    return examples::kDone;
  });
}
