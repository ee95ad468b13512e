// Prints hits, facets and warnings for people.
#include "common/people.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <map>
#include <set>

namespace examples {
namespace {

constexpr std::size_t kMostWarnings = 20;
constexpr std::size_t kMostNames = 6;
constexpr std::size_t kHitIndent = 4;

// The snippet with its matches marked, as one line.
std::string marked_snippet(const dateline::Snippet& snippet) {
  std::string text;
  std::size_t done = 0;
  for (const auto& mark : snippet.marks) {
    const std::size_t begin = mark.begin - snippet.range.begin;
    text.append(one_line(std::string_view(snippet.text).substr(done, begin - done)));
    text.append(marked(one_line(std::string_view(snippet.text).substr(begin, mark.size()))));
    done = begin + mark.size();
  }
  return text.append(one_line(std::string_view(snippet.text).substr(done)));
}

// The names of a hit's actors, whom it mentions most first.
std::vector<std::string> actor_names(const dateline::Searcher& searcher, const dateline::Hit& hit) {
  std::map<std::string, int> mentions;
  if (const auto stored = searcher.article(hit.id)) {
    for (const auto& mention : stored->mentions) ++mentions[mention.actor];
  }
  std::vector<std::string> names = hit.actors;
  std::stable_sort(names.begin(), names.end(),
                   [&](const auto& a, const auto& b) { return mentions[a] > mentions[b]; });
  for (std::string& name : names) name = searcher.actor_name(name);
  return names;
}

void print_list(const char* what, const std::vector<std::string>& names) {
  if (names.empty()) return;
  std::string line = what;
  for (std::size_t i = 0; i < std::min(names.size(), kMostNames); ++i) {
    line.append(i == 0 ? " " : ", ").append(one_line(names[i]));
  }
  if (names.size() > kMostNames) line.append(", …");
  print_folded(faint(line), kHitIndent);
}

void print_more(std::uint64_t shown, std::uint64_t total) {
  if (total > shown) complain("warning", with_commas(total - shown) + " more like these");
}

std::string facts_of(const dateline::Hit& hit) {
  std::string facts = one_line(hit.id) + " · " + hit.date.value_or("undated");
  if (hit.source) facts.append(" · ").append(one_line(*hit.source));
  if (hit.language != "en") facts.append(" · ").append(one_line(hit.language));
  char score[32];
  std::snprintf(score, sizeof score, " · score %.2f", hit.score);
  if (hit.score > 0) facts.append(score);
  if (hit.folded > 0) facts.append(" · +").append(count_of(hit.folded, "reprint"));
  return facts;
}

}  // namespace

std::string headline(const dateline::Hit& hit) {
  return hit.title ? one_line(*hit.title) : "[" + one_line(hit.begins) + " …]";
}

void print_hit(const dateline::Searcher& searcher, const dateline::Hit& hit) {
  print_folded(bold(headline(hit)), kHitIndent, std::to_string(hit.rank) + ". ");
  print_folded(faint(facts_of(hit)), kHitIndent);
  if (!hit.snippet.text.empty()) {
    const std::string where = hit.snippet.field == dateline::Field::kCaption ? "(caption) " : "";
    print_folded(where + marked_snippet(hit.snippet), kHitIndent);
  }
  print_list("actors:", actor_names(searcher, hit));
  std::vector<std::string> topics;
  for (const std::string& id : hit.topics) topics.push_back(searcher.topic_name(id));
  print_list("topics:", topics);
}

void print_facets(const dateline::Searcher& searcher, const std::vector<dateline::Facet>& facets) {
  for (const auto& facet : facets) {
    if (facet.counts.empty()) continue;
    std::string line;
    for (const auto& [value, count] : facet.counts) {
      const std::string name = facet.name == "actor"   ? searcher.actor_name(value)
                               : facet.name == "topic" ? searcher.topic_name(value)
                                                       : value;
      line.append(line.empty() ? "" : ", ").append(one_line(name));
      line.append(" (" + with_commas(count) + ")");
    }
    print_folded(line, kHitIndent, facet.name + ": ");
  }
}

void print_warnings(const std::vector<dateline::QueryWarning>& warnings) {
  std::set<std::string_view> told;
  std::uint64_t total = 0;
  for (const auto& warning : warnings) {
    if (!told.insert(warning.text).second) continue;
    if (++total <= kMostWarnings) complain("note", warning.text);
  }
  print_more(std::min<std::uint64_t>(total, kMostWarnings), total);
}

void print_warnings(const std::vector<dateline::Warning>& warnings, std::uint64_t total) {
  const std::size_t shown = std::min(warnings.size(), kMostWarnings);
  for (std::size_t i = 0; i < shown; ++i) {
    const std::string& where = warnings[i].where;
    complain("warning", (where.empty() ? "" : where + ": ") + warnings[i].text);
  }
  print_more(shown, std::max<std::uint64_t>(total, warnings.size()));
}

}  // namespace examples
