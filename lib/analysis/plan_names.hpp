// Which actor a name in a query means.
// In: names as they were typed.  Out: ids and term trees of actors, notes on what was understood.
// Tested by tests/analysis/plan_test.cpp.
#pragma once

#include "analysis/plan.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {

// What stands in a caption weighs half.
inline constexpr double kCaptionBoost = 0.5;

class NamePlanner {
 public:
  // Notes are appended to `notes`; both must outlive it.
  NamePlanner(const PlanContext& context, std::vector<QueryWarning>& notes)
      : context_(context), notes_(notes) {}

  // The actor whose name the words are to the letter; nullptr: nobody's.
  const Actor* named(std::string_view text) const;
  // How many words from `at` on are the longest name of an actor; 1 when none is.
  std::size_t length(const Query& query, std::size_t at) const;
  // The id of the actor that the query means, with a note when the name is not one's alone.
  std::optional<std::string> resolve(const Query& query);

 private:
  void note_candidates(const Query& query, const std::vector<actors::ActorNumber>& found);

  const PlanContext& context_;
  std::vector<QueryWarning>& notes_;
};

// An actor's mentions in one field.
TermTree actor_in(Field field, std::string_view id);

}  // namespace dateline::analysis
