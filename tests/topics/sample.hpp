// Topics over the sample actors, and articles matched against them.
#pragma once

#include "actors/sample.hpp"
#include "analysis/sample.hpp"
#include "topics/topic_matcher.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::topics {

using analysis::Analyzed;
using Parts = std::vector<std::pair<Field, std::string>>;

inline constexpr std::string_view kTopics = R"jsonl(
{"id": "ceasefire", "name": "Ceasefire", "names": ["truce", "Waffenruhe"], "query": "ceasefire OR (stop NEAR/3 fighting)", "parent": "peace-talks"}
{"id": "peace-talks", "name": "Peace talks", "query": "\"peace talks\" OR (negotiator AND NOT sport)"}
{"id": "us-politics", "name": "US politics", "query": "actor:us AND (election OR title:senate)"}
{"id": "quiet", "name": "Quiet", "query": "NOT war"}
)jsonl";

class Topics {
 public:
  explicit Topics(std::string_view lines)
      : catalog_(actors::load_catalog(actors::kSampleActors)), rules_(analysis::sample_rules()) {
    const TempFolder folder;
    actors::write_file(folder / "topics.jsonl", lines);
    set_ = TopicSet::load(folder / "topics.jsonl", rules_, catalog_);
  }

  const TopicSet& set() const { return set_; }
  std::vector<TopicMatch> match(Parts parts) const {
    Analyzed article(std::move(parts), rules_, "en", &catalog_);
    const analysis::OneArticle one(article.analysis, article.analyzer.terms(), {}, std::nullopt);
    const TopicMatcher matcher(set_, article.analyzer.terms());
    return matcher.match(one, article.passages.get());
  }
  // Every topic's tree against the article, without anchors.
  std::vector<std::string> match_plainly(Parts parts) const {
    Analyzed article(std::move(parts), rules_, "en", &catalog_);
    const analysis::OneArticle one(article.analysis, article.analyzer.terms(), {}, std::nullopt);
    std::vector<std::string> ids;
    for (const Entry& entry : set_.entries()) {
      if (one.matches(entry.tree)) ids.push_back(entry.topic.id);
    }
    return ids;
  }
  // "ceasefire: ceasefire, truce" with the reasons, a topic a line.
  std::string show(Parts parts) const {
    std::string text;
    for (const TopicMatch& topic : match(std::move(parts))) {
      text += topic.id + ":";
      for (const auto& reason : topic.reasons) text += " [" + reason.text + "]";
      text += "\n";
    }
    return text;
  }

 private:
  actors::Catalog catalog_;
  analysis::Rules rules_;
  TopicSet set_;
};

}  // namespace dateline::topics
