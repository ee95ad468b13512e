// Measures how good the ranking is on queries with judgements.
#include "common/json.hpp"
#include "common/key.hpp"
#include "common/program.hpp"
#include "common/terminal.hpp"
#include "common/text.hpp"

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

// Nothing was measured where no query has a relevant article: null, not 0.
examples::Json to_json(const dateline::Measures& measures, bool measured) {
  const auto value = [&](double number) {
    return measured ? examples::Json(number) : examples::Json(nullptr);
  };
  return {{"ndcg10", value(measures.ndcg10)},
          {"map", value(measures.map)},
          {"recall100", value(measures.recall100)},
          {"p5", value(measures.p5)}};
}

void print_json(const dateline::Evaluation& evaluation, std::size_t queries) {
  const bool measured = evaluation.queries > 0;
  examples::Json summary{{"queries", queries}};
  summary.update(to_json(evaluation.mean, measured));
  summary["low"] = to_json(evaluation.low, measured);
  summary["high"] = to_json(evaluation.high, measured);
  examples::print({{"summary", summary}});
}

void print_people(const dateline::Evaluation& evaluation, std::size_t queries) {
  const std::string asked = examples::with_commas(queries) + (queries == 1 ? " query" : " queries");
  if (evaluation.queries == 0) {
    examples::print_folded(asked + "; nothing was measured: no query has a relevant article", 0);
    return;
  }
  const auto row = [&](const char* name, double dateline::Measures::*field) {
    char line[96];
    std::snprintf(line, sizeof line, "%-12s %.4f   (%.4f to %.4f)\n", name, evaluation.mean.*field,
                  evaluation.low.*field, evaluation.high.*field);
    std::cout << line;
  };
  examples::print_folded(asked + "; mean (95 % interval)", 0);
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
  program.argument("INDEX", "The index to ask");
  program.argument("QUERIES.tsv", "A query a line: its number, a tab, its words");
  program.argument("QRELS.tsv",
                   "A judgement a line: query, tab, id, tab, grade; 1 and up is relevant");
  program.text("--run", "FILE", run, "Write the rankings as a TREC run to this file");
  program.number("--top", top, 1, 1000000,
                 "How many articles to rank for each query (default 1000)");
  dateline::RankingOptions ranking;
  program.flag("--expand", ranking.expand, "Widen each query by its best hits");
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    if (words.size() > 3) throw examples::UsageError{"there are more than three names"};
    const auto searcher = examples::open_searcher(program, words[0]);
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
    const auto evaluation = dateline::evaluate(measured);
    const std::size_t count = words.size() > 2 ? measured.size() : queries.size();
    program.json ? print_json(evaluation, count) : print_people(evaluation, count);
    return examples::kDone;
  });
}
