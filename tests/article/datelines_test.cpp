#include "article/statements.hpp"
#include "pages.hpp"

namespace dateline::article {
namespace {

// "date agency kind" of a line, "-" for what it does not say.
std::string dateline_of(std::string_view text) {
  Stated stated;
  const DatelineKind kind = find_dateline(text, tokens_of(text), 0, stated);
  if (kind == DatelineKind::kNone) return "none";
  const Dateline& found = stated.datelines.at(0);
  std::string out = found.date.month == 0 ? "-" : found.date.iso();
  out += ' ';
  out += found.source.empty() ? "-" : text.substr(found.source.begin, found.source.size());
  if (kind == DatelineKind::kWhole) out += " whole";
  if (kind == DatelineKind::kDateOnly) out += " date";
  return out;
}

TEST(Datelines, StandInFrontOfTheFirstSentence) {
  const std::pair<const char*, const char*> rows[] = {
      {"KYIV, Feb 24, 2025 (Meridian Wire) - The town", "2025-02-24 Meridian Wire"},
      {"KYIV, Feb 24 (Meridian Wire) - The town", "0-02-24 Meridian Wire"},
      {"NEWPORT, Wales, 5 September 2014 -- The town", "2014-09-05 -"},
      {"WASHINGTON (Corvina) — The town", "- Corvina"},
      {"Rio de Janeiro (AFP/fs) - The town", "- AFP"},
      {"Sharm el-Sheikh (AFP) - The town", "- AFP"},
      {"(CNN) As the town", "- CNN"},
      {"(CNN) - The town", "- CNN"},
      {"MOSCOW, December 3. /TASS/. The town", "0-12-03 TASS"},
      {"Brüssel, 19. Dezember 2025 (Nordwind) – Die Stadt", "2025-12-19 Nordwind"},
      {"СТАМБУЛ, 16 травня 2025 року — Місто", "2025-05-16 -"},
      {"КИЕВ, 3 декабря (Интерфакс) - Город", "0-12-03 Интерфакс"}};
  for (const auto& [text, want] : rows) EXPECT_EQ(dateline_of(text), want) << text;
}

TEST(Datelines, EndBehindTheirDash) {
  for (const std::string head :
       {"KYIV, Feb 24, 2025 (Meridian Wire) - ", "(CNN) ", "MOSCOW, December 3. /TASS/. ",
        "АНКОРИДЖ, 16 августа (Вестник Меридиан) — ", "WASHINGTON (AP) —\u00A0"}) {
    EXPECT_EQ(dateline_size(head + "The town slept."), head.size()) << head;
  }
  for (const char* none : {"", "The town slept.", "KYIV", "Feb 24, 2025", "The town - it slept."}) {
    EXPECT_EQ(dateline_size(none), 0U) << none;
  }
}

TEST(Datelines, StandOnALineOfTheirOwn) {
  const std::pair<const char*, const char*> rows[] = {
      {"KYIV, Feb 24 (Corvina)", "0-02-24 Corvina whole"},
      {"Kyiv, 24 February 2025", "2025-02-24 - whole"},
      {"WASHINGTON (AP) -", "- AP whole"},
      {"24 February 2025", "2025-02-24 - date"},
      {"Feb. 24, 2025, 10:30 GMT", "2025-02-24 - date"}};
  for (const auto& [text, want] : rows) EXPECT_EQ(dateline_of(text), want) << text;
}

TEST(Datelines, AreNoOrdinaryBeginnings) {
  for (const char* text : {"VALDOSTA, Georgia - The wind went through.",
                           "Islamic State (ISIS) Leader killed in a raid",
                           "Sen. Jane Gull (D-Ohio) - the first of three - spoke.",
                           "The pier (old) - it fell.", "Jane Gull (left) greets the mayor",
                           "In Kyiv on 24 February 2022 - the first day - it rained.",
                           "The council voted.", "(Reuters)", "Kyiv"}) {
    EXPECT_EQ(dateline_of(text), "none") << text;
  }
}

TEST(Datelines, StandNearTheTopOnly) {
  Stated stated;
  const std::string_view text = "KYIV, Feb 24, 2025 (Corvina) - The town";
  EXPECT_EQ(find_dateline(text, tokens_of(text), 1000, stated), DatelineKind::kNone);
}

}  // namespace
}  // namespace dateline::article
