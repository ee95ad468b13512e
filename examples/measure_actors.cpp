// Compares the mentions of an index with labels that readers made.
// In: JSON Lines: {"article", "upto", "mentions": [{"begin", "end", "kind", "id"}]}.  A mention counts as right
// where it overlaps a label and names the same actor; each label counts once.
// Offices without a name, which labels do not hold, are left out.
#include "common/labels.hpp"

#include <dateline/dateline.hpp>

#include <algorithm>
#include <iostream>
#include <map>

namespace {

using examples::Json;
using examples::share;

// How many mentions were found, labelled, and both.
struct Counts {
  int found = 0;
  int right = 0;
  int labels = 0;
  int met = 0;
};

Json to_json(const Counts& counts) {
  return {{"precision", share(counts.right, counts.found)},
          {"recall", share(counts.met, counts.labels)},
          {"labels", counts.labels},
          {"found", counts.found}};
}

struct Label {
  dateline::Range range;
  std::string kind;
  std::string id;     // as labelled
  std::string meant;  // the actor of the recipe that it names; empty when there is none
  bool met = false;
};

class Measure {
 public:
  Measure(const dateline::Searcher& searcher, bool verbose)
      : searcher_(searcher), verbose_(verbose) {}

  void article(const Json& line) {
    const auto stored = examples::labelled_article(searcher_, line);
    std::vector<Label> labels = read_labels(line);
    const std::size_t upto = line.at("upto");
    for (const auto& mention : stored.mentions) {
      const bool beside = examples::is_beside(stored, mention.field);
      if (beside || mention.how == dateline::How::kOffice || mention.range.end > upto) continue;
      const auto actor = actor_of(stored, mention.actor);
      if (actor && actor->kind != "office") compare(stored, mention, *actor, labels);
    }
    for (const Label& label : labels) count_label(stored, label);
  }

  Json summary() const {
    Json kinds = Json::object();
    for (const auto& [kind, counts] : kinds_) kinds[kind] = to_json(counts);
    Json result = to_json(listed_);
    result["unlisted_people"] = to_json(unlisted_);
    result["kinds"] = kinds;
    return result;
  }

 private:
  std::vector<Label> read_labels(const Json& line) {
    std::vector<Label> labels;
    for (const Json& mention : line.at("mentions")) {
      Label label{
          {mention.at("begin"), mention.at("end")}, mention.at("kind"), mention.at("id"), {}};
      label.meant = meant(label);
      labels.push_back(std::move(label));
    }
    return labels;
  }

  std::optional<dateline::Actor> actor_of(const dateline::StoredArticle& stored,
                                          const std::string& id) const {
    for (const auto& own : stored.provisional) {
      if (own.actor.id == id) return own.actor;
    }
    const auto actors = searcher_.actors_named(id);
    return actors.empty() ? std::nullopt : std::optional(actors.front());
  }

  std::string meant(const Label& label) {
    const auto known = meant_.find(label.kind + label.id);
    if (known != meant_.end()) return known->second;
    const auto actors = searcher_.actors_named(label.id, label.kind);
    return meant_[label.kind + label.id] = actors.empty() ? "" : actors.front().id;
  }

  // "Kyiv" for Ukraine's government is right where the label says the city.
  bool same(const dateline::Mention& mention, const dateline::Actor& actor, const Label& label) {
    if (actor.id == label.meant || actor.id == "~" + label.id) return true;
    if (mention.how != dateline::How::kMetonym || label.kind != "place") return false;
    for (const dateline::Actor& place : searcher_.actors_named(label.id, label.kind)) {
      if (place.of == actor.id) return true;
    }
    return false;
  }

  void compare(const dateline::StoredArticle& stored, const dateline::Mention& mention,
               const dateline::Actor& actor, std::vector<Label>& labels) {
    bool right = false;
    for (Label& label : labels) {
      const bool overlaps =
          label.range.begin < mention.range.end && mention.range.begin < label.range.end;
      if (!overlaps || label.met || !same(mention, actor, label)) continue;
      right = label.met = true;
      break;
    }
    const bool is_unlisted = actor.id.starts_with('~');
    for (Counts* counts : {&kinds_[actor.kind], is_unlisted ? unlisted(actor.kind) : &listed_}) {
      if (counts == nullptr) continue;
      ++counts->found;
      counts->right += right ? 1 : 0;
    }
    if (!right) say("wrong", stored, mention.range, actor.id);
  }

  Counts* unlisted(const std::string& kind) { return kind == "person" ? &unlisted_ : nullptr; }

  void count_label(const dateline::StoredArticle& stored, const Label& label) {
    Counts* counts = label.meant.empty() ? unlisted(label.kind) : &listed_;
    for (Counts* each : {&kinds_[label.kind], counts}) {
      if (each == nullptr) continue;
      ++each->labels;
      each->met += label.met ? 1 : 0;
    }
    if (!label.met) say("missed", stored, label.range, label.id);
  }

  void say(const char* what, const dateline::StoredArticle& stored, dateline::Range range,
           const std::string& id) const {
    if (!verbose_) return;
    const std::string& text = stored.article.text;
    const std::size_t before = range.begin - std::min<std::size_t>(range.begin, 30);
    std::string line = text.substr(before, range.begin - before) + "[" +
                       text.substr(range.begin, range.size()) + "]" + text.substr(range.end, 30);
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::cerr << what << ' ' << stored.article.id << ' ' << range.begin << ' ' << id << ": " << line
              << '\n';
  }

  const dateline::Searcher& searcher_;
  bool verbose_;
  Counts listed_;
  Counts unlisted_;
  std::map<std::string, Counts> kinds_;
  std::map<std::string, std::string> meant_;
};

}  // namespace

int main(int argc, char** argv) {
  return examples::run_measure<Measure>(argc, argv, "measure_actors",
                                        "Compares mentions with labels.");
}
