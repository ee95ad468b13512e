#include "analysis/spelling.hpp"

#include "analysis/stemmer.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::analysis {
namespace {

std::string stem(std::string_view word) {
  static Stemmer stemmer("en");
  return stemmer.stem(american_spelling(word));
}

TEST(Spelling, BritishWordsBecomeAmerican) {
  const std::vector<std::pair<std::string_view, std::string_view>> rows{
      {"colour", "color"},
      {"honour", "honor"},
      {"neighbour", "neighbor"},
      {"neighbourhood", "neighborhood"},
      {"behavioural", "behavioral"},
      {"favourite", "favorite"},
      {"favouritism", "favoritism"},
      {"dishonourable", "dishonorable"},
      {"misbehaviour", "misbehavior"},
      {"armoury", "armory"},
      {"centre", "center"},
      {"centres", "centers"},
      {"centred", "centered"},
      {"epicentre", "epicenter"},
      {"theatre", "theater"},
      {"kilometres", "kilometers"},
      {"lacklustre", "lackluster"},
      {"organise", "organize"},
      {"organised", "organized"},
      {"organising", "organizing"},
      {"organisation", "organization"},
      {"organisations", "organizations"},
      {"organisational", "organizational"},
      {"recognisable", "recognizable"},
      {"privatisation", "privatization"},
      {"summarise", "summarize"},
      {"authorised", "authorized"},
      {"analyse", "analyze"},
      {"analysed", "analyzed"},
      {"paralysing", "paralyzing"},
      {"defence", "defense"},
      {"defences", "defenses"},
      {"offence", "offense"},
      {"licence", "license"},
      {"programme", "program"},
      {"programmes", "programs"},
      {"travelled", "traveled"},
      {"cancelling", "canceling"},
      {"counsellor", "counselor"},
      {"ploughed", "plowed"},
      {"moulding", "molding"},
      {"smouldering", "smoldering"},
      {"instalments", "installments"},
      {"kerbs", "curbs"},
      {"storeys", "stories"},
      {"manoeuvred", "maneuvered"},
      {"cheques", "checks"},
      {"grey", "gray"},
      {"medallist", "medalist"},
      {"marvellous", "marvelous"},
      {"refuelled", "refueled"},
      {"sceptre", "scepter"},
      {"haemoglobin", "hemoglobin"},
      {"leukaemia", "leukemia"},
      {"anaemic", "anemic"},
      {"orthopaedic", "orthopedic"},
      {"sulphuric", "sulfuric"},
      {"kilogrammes", "kilograms"},
      {"tyres", "tires"},
      {"enquiry", "inquiry"},
      {"learnt", "learned"},
      {"focussed", "focused"},
      {"theatregoers", "theatergoers"},
      {"aggrandisement", "aggrandizement"},
      {"acknowledgement", "acknowledgment"},
      {"aeroplanes", "airplanes"},
      {"yoghurt", "yogurt"},
  };
  for (const auto& [british, american] : rows) {
    EXPECT_EQ(american_spelling(british), american);
    EXPECT_EQ(american_spelling(american), american) << "what is American stays";
  }
}

TEST(Spelling, WordsThatOnlyLookBritishStay) {
  const std::vector<std::string_view> words{"hour",
                                            "four",
                                            "our",
                                            "tour",
                                            "pour",
                                            "flour",
                                            "sour",
                                            "your",
                                            "source",
                                            "course",
                                            "court",
                                            "hours",
                                            "greyhound",
                                            "advertisement",
                                            "totally",
                                            "parallel",
                                            "metallic",
                                            "tyrant",
                                            "dykstra",
                                            "tours",
                                            "contour",
                                            "detour",
                                            "velour",
                                            "glamorous",
                                            "honorary",
                                            "humorous",
                                            "vigorous",
                                            "laborious",
                                            "honorific",
                                            "promise",
                                            "promised",
                                            "exercise",
                                            "exercises",
                                            "wise",
                                            "advise",
                                            "adviser",
                                            "advisable",
                                            "rise",
                                            "risen",
                                            "arise",
                                            "arising",
                                            "rising",
                                            "uprising",
                                            "raise",
                                            "raised",
                                            "praise",
                                            "noise",
                                            "cruise",
                                            "cruiser",
                                            "bruises",
                                            "disguise",
                                            "surprise",
                                            "surprising",
                                            "enterprise",
                                            "franchised",
                                            "premises",
                                            "promising",
                                            "compromise",
                                            "uncompromising",
                                            "unsurprising",
                                            "disenfranchised",
                                            "supervised",
                                            "televised",
                                            "fundraising",
                                            "fundraiser",
                                            "otherwise",
                                            "clockwise",
                                            "paradise",
                                            "precise",
                                            "expertise",
                                            "crisis",
                                            "crises",
                                            "disease",
                                            "disable",
                                            "geyser",
                                            "massacre",
                                            "acre",
                                            "genre",
                                            "cadre",
                                            "ogre",
                                            "macabre",
                                            "mediocre",
                                            "controlled",
                                            "rolled",
                                            "called",
                                            "programmed",
                                            "programmer",
                                            "metro",
                                            "enter",
                                            "story",
                                            "greyhound",
                                            "draughty",
                                            "a",
                                            "",
                                            "s",
                                            "ised",
                                            "xise",
                                            "'s",
                                            "re",
                                            "analyses",
                                            "analyst",
                                            "paralysis",
                                            "dialled-up",
                                            "\xD0\xBE"};
  for (const std::string_view word : words) EXPECT_EQ(american_spelling(word), word);
}

// Whichever spelling is asked for, the stem is one.
TEST(Spelling, BothSpellingsOfAWordHaveOneStem) {
  const std::vector<std::pair<std::string_view, std::string_view>> rows{
      {"colours", "color"},
      {"neighbouring", "neighbors"},
      {"labour", "labors"},
      {"rumoured", "rumor"},
      {"organisers", "organizer"},
      {"organisational", "organizational"},
      {"recognisable", "recognizable"},
      {"mobilisation", "mobilize"},
      {"apologised", "apologizes"},
      {"defences", "defense"},
      {"defence", "defenses"},
      {"fulfils", "fulfill"},
      {"fulfilment", "fulfillment"},
      {"enrols", "enroll"},
      {"instalments", "installment"},
      {"travellers", "traveler"},
      {"jewellery", "jewelry"},
      {"storey", "stories"},
      {"storeys", "story"},
      {"behavioural", "behavioral"},
      {"tonnes", "tonne"},
      {"practising", "practice"},
      {"sceptics", "skeptic"},
      {"ploughs", "plow"},
      {"manoeuvres", "maneuver"},
      {"epicentres", "epicenter"},
      {"theatre", "theaters"},
      {"catalysed", "catalyze"},
      {"moulds", "mold"},
      {"doughnuts", "donut"},
      {"uprising", "uprisings"},
      {"haemorrhages", "hemorrhage"}};
  for (const auto& [one, other] : rows) {
    EXPECT_EQ(stem(one), stem(other)) << one << " and " << other;
  }
}

TEST(Spelling, DifferentWordsStayDifferent) {
  const std::vector<std::pair<std::string_view, std::string_view>> rows{
      {"hour", "hor"}, {"tour", "tor"},  {"prise", "prize"},   {"rise", "rize"},
      {"four", "for"}, {"wise", "wize"}, {"devise", "device"}, {"advise", "advice"},
      {"pour", "por"}, {"acre", "acer"}, {"louise", "louis"},  {"premise", "premium"}};
  for (const auto& [one, other] : rows) {
    EXPECT_NE(stem(one), stem(other)) << one << " and " << other;
  }
}

TEST(Spelling, LongWordsTakeLinearTime) {
  for (const std::string part : {"colour", "organis", "ise", "centre", "l"}) {
    std::string word;
    while (word.size() < 500000) word += part;
    EXPECT_LE(american_spelling(word).size(), word.size());
  }
}

}  // namespace
}  // namespace dateline::analysis
