// Finds actors by names that no list holds: other spellings, other scripts, slips of the pen.
// In: a name.  Out: the listed actors who may be meant, the likeliest first.
// Method: names of one sound key (actors/sound_key.hpp), then names a letter or two apart; every word
// of the name must agree, and one that stands alone must be long enough to say something.
// Threads: any.
// Tested by tests/actors/alike_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::actors {

class AlikeNames {
 public:
  // Names in Latin letters; others are left out, since every actor has an English one.
  void add(std::uint32_t actor, std::string_view name, bool is_person);

  std::vector<std::uint32_t> sounding_like(std::string_view name) const;
  std::vector<std::uint32_t> written_like(std::string_view name) const;
  // The person of a full name, where first name and surname sound the same.
  std::vector<std::uint32_t> person_like(std::string_view full_name) const;

 private:
  struct Known {
    std::uint32_t actor;
    std::string letters;  // romanized, words parted by blanks
    bool is_person;
  };
  std::vector<std::uint32_t> nearest(
      const std::vector<std::pair<std::size_t, std::uint32_t>>& found) const;

  std::vector<Known> names_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_key_;  // numbers of names
};

}  // namespace dateline::actors
