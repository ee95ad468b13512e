// Loads topics.  In: topics.jsonl.  Out: topics with term trees.
// Tested by tests/topics/topic_set_test.cpp.
#include "topics/topic_set.hpp"

#include "analysis/plan.hpp"
#include "base/json_lines.hpp"

#include <dateline/query.hpp>

namespace dateline::topics {
namespace {

struct Line {
  Topic topic;
  std::vector<std::string> names;
};

Line read_line(const base::JsonLine& line) {
  for (const auto& [key, value] : line.object()) {
    if (key != "id" && key != "name" && key != "names" && key != "query" && key != "parent") {
      line.fail("the key \"" + key + "\" is not known");
    }
  }
  Line result{{line.text("id"), line.text("name"), line.text("query"), line.text("parent")},
              line.texts("names")};
  if (result.topic.id.empty()) line.fail("there is no \"id\"");
  if (result.topic.name.empty()) line.fail("there is no \"name\"");
  return result;
}

analysis::TermTree plan_query(const base::JsonLine& line, const std::string& text,
                              const analysis::PlanContext& context) {
  const ParsedQuery parsed = parse_query(text);
  if (!parsed.warnings.empty()) line.fail("the query: " + parsed.warnings.front().text);
  analysis::Plan plan = analysis::plan(parsed.query, context);
  if (!plan.notes.empty()) line.fail("the query: " + plan.notes.front().text);
  if (plan.tree.kind == analysis::TermTree::Kind::kNothing) line.fail("the query is empty");
  return std::move(plan.tree);
}

}  // namespace

TopicSet TopicSet::load(const std::filesystem::path& file, const analysis::Rules& rules,
                        const actors::Catalog& actors) {
  TopicSet set;
  analysis::Analyzer analyzer(rules);
  const analysis::PlanContext context{
      &analyzer, &actors, [](std::string_view) { return std::nullopt; }, {}};
  const auto lines = base::read_json_lines(file);
  for (const base::JsonLine& line : lines) {
    auto [topic, names] = read_line(line);
    analysis::TermTree tree = plan_query(line, topic.query, context);
    const std::size_t number = set.entries_.size();
    if (!set.by_id_.emplace(topic.id, number).second) line.fail("the id is there twice");
    names.push_back(topic.name);
    for (const std::string& name : names) {
      const auto known = set.by_name_.emplace(actors::fold_name(name), number).first;
      if (known->second != number) line.fail("the name \"" + name + "\" is another topic's");
    }
    set.entries_.push_back({std::move(topic), std::move(tree)});
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string& parent = set.entries_[i].topic.parent;
    if (!parent.empty() && !set.by_id_.contains(parent)) {
      lines[i].fail("there is no topic \"" + parent + "\" to be its parent");
    }
  }
  return set;
}

const Entry* TopicSet::find(std::string_view name, bool* by_id) const {
  const auto with_id = by_id_.find(std::string(name));
  if (by_id != nullptr) *by_id = with_id != by_id_.end();
  if (with_id != by_id_.end()) return &entries_[with_id->second];
  const auto with_name = by_name_.find(actors::fold_name(name));
  return with_name == by_name_.end() ? nullptr : &entries_[with_name->second];
}

}  // namespace dateline::topics
