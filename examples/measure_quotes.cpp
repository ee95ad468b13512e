// Compares the quotes of an index with labels that readers made.
// In: JSON Lines: {"article", "upto", "quotes": [{"kind", "speaker", "spans": [[begin, end]]}]}.
// A quote is right where it is marked, or reported, as a label is, shares more than half of their
// bytes with it, and has its speaker; each label counts once.
#include "common/json.hpp"
#include "common/program.hpp"

#include <dateline/dateline.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>

namespace {

using examples::Json;

struct Counts {
  int found = 0;
  int right = 0;
  int labels = 0;
};

double share(int part, int whole) {
  return whole == 0 ? 1.0 : static_cast<double>(part) / whole;
}

Json to_json(const Counts& counts) {
  return {{"precision", share(counts.right, counts.found)},
          {"recall", share(counts.right, counts.labels)},
          {"labels", counts.labels},
          {"found", counts.found},
          {"right", counts.right}};
}

struct Label {
  bool marked = false;
  std::string speaker;
  std::vector<dateline::Range> spans;
  bool met = false;
};

std::size_t bytes_of(const std::vector<dateline::Range>& spans) {
  std::size_t sum = 0;
  for (const auto& span : spans) sum += span.size();
  return sum;
}

// More than half of what both hold together.
bool overlap(const std::vector<dateline::Range>& a, const std::vector<dateline::Range>& b) {
  std::size_t both = 0;
  for (const auto& x : a) {
    for (const auto& y : b) {
      const std::size_t begin = std::max(x.begin, y.begin);
      const std::size_t end = std::min(x.end, y.end);
      if (begin < end) both += end - begin;
    }
  }
  return 2 * both > bytes_of(a) + bytes_of(b) - both;
}

std::vector<Label> read_labels(const Json& line) {
  std::vector<Label> labels;
  for (const Json& quote : line.at("quotes")) {
    Label label;
    label.marked = quote.at("kind") != "reported";
    label.speaker = quote.at("speaker");
    for (const Json& span : quote.at("spans")) label.spans.push_back({span.at(0), span.at(1)});
    labels.push_back(std::move(label));
  }
  return labels;
}

class Measure {
 public:
  Measure(const dateline::Searcher& searcher, bool verbose)
      : searcher_(searcher), verbose_(verbose) {}

  void article(const Json& line) {
    const std::string id = line.at("article");
    const auto stored = searcher_.article(id);
    if (!stored) {
      throw dateline::Error(dateline::ErrorCode::kNotFound, "measure article", id,
                            "the index does not hold it", "index the labelled articles");
    }
    std::vector<Label> labels = read_labels(line);
    const std::size_t upto = line.at("upto");
    for (const auto& quote : stored->quotes) {
      const bool beside = quote.field == dateline::Field::kTitle && stored->page.title &&
                          !stored->page.title->range;  // of the title, not of the text
      if (!beside && quote.spans.back().end <= upto) compare(*stored, quote, labels);
    }
    for (const Label& label : labels) {
      ++counts(label.marked).labels;
      if (!label.met) say("missed", *stored, label.spans, label.speaker);
    }
  }

  Json summary() const {
    Json result = to_json(marked_);
    result["reported"] = to_json(reported_);
    return result;
  }

 private:
  Counts& counts(bool marked) { return marked ? marked_ : reported_; }

  // Labels name everybody plainly; an actor may have several names.
  bool same(const std::string& speaker, const std::string& label) const {
    if (speaker == label || speaker == "~" + label) return true;
    const auto actors = searcher_.actors_named(label);
    return std::any_of(actors.begin(), actors.end(),
                       [&](const dateline::Actor& actor) { return actor.id == speaker; });
  }

  void compare(const dateline::StoredArticle& stored, const dateline::Quote& quote,
               std::vector<Label>& labels) {
    const bool marked = quote.kind != dateline::QuoteKind::kReported;
    ++counts(marked).found;
    for (Label& label : labels) {
      if (label.met || label.marked != marked || !overlap(quote.spans, label.spans)) continue;
      if (!same(quote.speaker, label.speaker)) continue;
      label.met = true;
      ++counts(marked).right;
      return;
    }
    say(marked ? "wrong" : "wrong reported", stored, quote.spans, quote.speaker);
  }

  void say(const char* what, const dateline::StoredArticle& stored,
           const std::vector<dateline::Range>& spans, const std::string& speaker) const {
    if (!verbose_) return;
    std::cerr << what << ' ' << stored.article.id << ' ' << speaker << ':';
    for (const auto& span : spans) {
      std::string text = stored.article.text.substr(span.begin, span.size());
      std::replace(text.begin(), text.end(), '\n', ' ');
      std::cerr << " [" << text << ']';
    }
    std::cerr << '\n';
  }

  const dateline::Searcher& searcher_;
  bool verbose_;
  Counts marked_;
  Counts reported_;
};

}  // namespace

int main(int argc, char** argv) {
  examples::Program program("measure_quotes", "Compares quotes with labels.", "INDEX LABELS.jsonl",
                            "  measure_quotes news.index tests/labels/who_dev.jsonl --verbose\n");
  program.argument("INDEX", "The index to ask, which holds the labelled articles");
  program.argument("LABELS.jsonl", "One article a line, as tests/labels/README.md describes");
  bool verbose = false;
  program.flag("--verbose", verbose, "Lists what is wrong and what is missed");
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    const auto searcher = dateline::Searcher::open(words[0]);
    std::ifstream file(words[1]);
    if (!file) {
      throw dateline::Error(dateline::ErrorCode::kNotFound, "read labels", words[1],
                            "there is no such file", "name a file of labels");
    }
    Measure measure(searcher, verbose);
    for (std::string line; std::getline(file, line);) {
      if (!line.empty()) measure.article(Json::parse(line));
    }
    examples::print({{"summary", measure.summary()}});
    return examples::kDone;
  });
}
