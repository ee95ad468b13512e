// Answers about actors: whom a name means, where and when they are named.
// In: a snapshot; names and ids.  Out: public values, with exact counts over live articles.
// Method: articles and dates by the columns; names and unlisted kinds from records.
// Tested by tests/search/actor_answers_test.cpp.
#pragma once

#include "search/snapshot.hpp"

#include <dateline/results.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::search {

// The id of the unlisted actor of a name or id, when an article has it.
std::optional<std::string> unlisted_actor(const Snapshot& snapshot, std::string_view name);

std::optional<ActorAnswer> actor_answer(const Snapshot& snapshot, std::string_view name);

// Actors by the number of articles that name them, then by id.
std::vector<ActorCount> list_actors(const Snapshot& snapshot, const ActorListOptions& options);

}  // namespace dateline::search
