// Compares the quotes of an index with labels that readers made.
// In: JSON Lines: {"article", "upto", "quotes": [{"kind", "speaker", "spans": [[begin, end]]}]}.
// A quote is right where it is marked, or reported, as a label is, shares more than half of their
// bytes with it, and has its speaker; each label counts once.
#include "common/labels.hpp"

#include <dateline/dateline.hpp>

#include <algorithm>
#include <iostream>

namespace {

using examples::Json;
using examples::share;

struct Counts {
  int found = 0;
  int right = 0;
  int labels = 0;
};

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
    const auto stored = examples::labelled_article(searcher_, line);
    std::vector<Label> labels = read_labels(line);
    const std::size_t upto = line.at("upto");
    for (const auto& quote : stored.quotes) {
      const bool beside = examples::is_beside(stored, quote.field);
      if (!beside && quote.spans.back().end <= upto) compare(stored, quote, labels);
    }
    for (const Label& label : labels) {
      ++counts(label.marked).labels;
      if (!label.met) say("missed", stored, label.spans, label.speaker);
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
  return examples::run_measure<Measure>(argc, argv, "measure_quotes",
                                        "Compares quotes with labels.");
}
