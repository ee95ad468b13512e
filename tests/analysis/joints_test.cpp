#include "analysis/joints.hpp"

#include "text/words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::analysis {
namespace {

// "F-16 jets" -> "F-16*2 jets"
std::string show(std::string_view text) {
  text::WordBreaker breaker;
  std::vector<Range> words;
  breaker.find(text, words);
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const Joint joint = may_join(text, words[at]) ? joint_at(text, words, at) : Joint{};
    const std::size_t begin = words[at].begin;
    out.append(out.empty() ? "" : " ");
    out.append(text.substr(begin, words[at + joint.words - 1].end - begin));
    if (joint.bond == Bond::kHyphens) out += "*" + std::to_string(joint.words);
    if (joint.bond == Bond::kInitials) out += "+" + std::to_string(joint.words);
    at += joint.words;
  }
  return out;
}

struct JointsRow {
  std::string_view text;
  std::string_view joined;
};

TEST(Joints, AHyphenJoinsTheWordsBesideIt) {
  const std::vector<JointsRow> rows = {
      {"US-led talks", "US-led*2 talks"},
      {"F-16s, a 28-point plan", "F-16s*2 a 28-point*2 plan"},
      {"the U.S.-led talks", "the U.S.-led*2 talks"},
      {"state-of-the-art", "state-of-the-art*4"},
      {"a-b-c-d-e-f", "a-b-c-d*4 e-f*2"},
      {"al‑Assad co‐operation", "al‑Assad*2 co‐operation*2"},
      {"Zelensky-", "Zelensky"},
      {"war - peace, war -peace, war--peace, 1990–95", "war peace war peace war peace 1990 95"},
      {"end.-Of", "end Of"},
  };
  for (const JointsRow& row : rows) EXPECT_EQ(show(row.text), row.joined);
}

TEST(Joints, CapitalsWithStopsAndBlanksAreOneWord) {
  const std::vector<JointsRow> rows = {
      {"the U. S. army", "the U. S+2 army"},
      {"J. D. Vance and J. R. R. Tolkien", "J. D+2 Vance and J. R. R+3 Tolkien"},
      {"George W. Bush", "George W Bush"},
      {"Plan B. A plan", "Plan B A plan"},
      {"vitamin B. I say", "vitamin B I say"},
      {"u. s. A.  B.", "u s A B"},
  };
  for (const JointsRow& row : rows) EXPECT_EQ(show(row.text), row.joined);
}

}  // namespace
}  // namespace dateline::analysis
