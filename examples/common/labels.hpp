// What the programs that compare an index with readers' labels share.
// In: JSON Lines, one article a line, as tests/labels/README.md describes.  Out: a summary.
#pragma once

#include "common/json.hpp"
#include "common/key.hpp"
#include "common/program.hpp"

#include <dateline/dateline.hpp>

#include <string>
#include <vector>

namespace examples {

// 1 where there is nothing.
double share(int part, int whole);

// The article that a line is about.  Throws Error(kNotFound).
dateline::StoredArticle labelled_article(const dateline::Searcher& searcher, const Json& line);

// Whether something stands in the title that was given beside the text, which has no labels.
bool is_beside(const dateline::StoredArticle& stored, dateline::Field field);

std::vector<Json> read_label_lines(const std::string& file);

// Runs a program of INDEX LABELS.jsonl; Measure(searcher, verbose) takes article(line), gives summary().
template <class Measure>
int run_measure(int argc, char** argv, const std::string& name, const std::string& about) {
  Program program(name, about, "INDEX LABELS.jsonl",
                  "  " + name + " news.index tests/labels/who_dev.jsonl --verbose\n");
  program.argument("INDEX", "The index to ask, which holds the labelled articles");
  program.argument("LABELS.jsonl", "One article a line, as tests/labels/README.md describes");
  bool verbose = false;
  program.flag("--verbose", verbose, "Lists what is wrong and what is missed");
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    const auto searcher = examples::open_searcher(program, words[0]);
    Measure measure(searcher, verbose);
    for (const Json& line : read_label_lines(words[1])) measure.article(line);
    print({{"summary", measure.summary()}});
    return kDone;
  });
}

}  // namespace examples
