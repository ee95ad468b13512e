// Dateline as the programs use it, with the recipe `plain`.
#include "compare/clock.hpp"
#include "compare/engine.hpp"

#include <dateline/dateline.hpp>

namespace compare {
namespace {

using dateline::Query;

Query query_of(const Question& question) {
  Query query = dateline::plain_words(question.line);
  query.kind = question.match == Match::kAll ? Query::Kind::kAll : Query::Kind::kAny;
  if (question.match == Match::kPhrase) {
    query.kind = Query::Kind::kPhrase;
    query.text = question.line;
    query.parts.clear();
  }
  if (question.source.empty()) return query;
  Query both;
  both.kind = Query::Kind::kAll;
  both.parts = {std::move(query), dateline::parse_query("source:" + question.source).query};
  return both;
}

class DatelineEngine : public Engine {
 public:
  std::string name() const override { return "Dateline"; }

  double build(const Articles& articles, const fs::path& folder) override {
    folder_ = folder / "index";
    const auto recipe = dateline::Recipe::load("plain");
    const double seconds = seconds_of([&] {
      auto index = dateline::Index::create(folder_, recipe);
      dateline::BuildOptions options;
      options.threads = 1;
      index.add(
          [&](const auto& sink, const auto&) {
            for (dateline::Article article : articles) sink(std::move(article));
          },
          options);
    });
    searcher_ = std::make_unique<dateline::Searcher>(dateline::Searcher::open(folder_));
    return seconds;
  }

  std::uint64_t bytes() const override {
    std::uint64_t texts = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
      if (entry.path().filename() == "text.zst") texts += entry.file_size();
    }
    return bytes_below(folder_) - texts;
  }

  Answer ask(const Question& question) override {
    Answer answer;
    answer.us = 1e6 * seconds_of([&] {
                  const Query query = query_of(question);
                  if (question.count) {
                    dateline::SearchOptions none;
                    none.top = 0;
                    answer.hits = searcher_->search(query, none).count;
                  } else {
                    dateline::RankingOptions ranking;
                    ranking.second_stage = false;
                    answer.hits = searcher_->rank(query, question.top, ranking).size();
                  }
                });
    return answer;
  }

 private:
  fs::path folder_;
  std::unique_ptr<dateline::Searcher> searcher_;
};

}  // namespace

std::unique_ptr<Engine> make_dateline() {
  return std::make_unique<DatelineEngine>();
}

}  // namespace compare
