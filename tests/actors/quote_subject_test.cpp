#include "actors/quote_subject.hpp"

#include "actors/quote_sample.hpp"

#include <gtest/gtest.h>

namespace dateline::actors {
namespace {

// Whom the last verb of the line has for a subject; `shared`: with the verb before.
std::string subject(const std::string& line, bool shared = false) {
  const ReadSample sample(line);
  const QuoteSentence sentence = sample.text.sentences.front();
  const SpeakerReader reader(sample.text, sample.names, news_words());
  SubjectFinder finder(sample.text, sentence, news_words(), reader);
  const std::size_t verb = sentence.end - 1;
  const auto found = shared ? finder.shared(verb) : finder.before(verb);
  if (!found) return "nobody";
  return found->speaker.kind == QuoteSpeaker::Kind::kPronoun ? "pronoun" : found->speaker.id;
}

TEST(QuoteSubject, StandsBeforeTheVerb) {
  const std::pair<const char*, const char*> rows[] = {
      {"Roe said", "Roe"},
      {"the mayor of the town said", "mayor-of-the-town"},
      {"Roe this week said", "Roe"},
      {"In Ukraine Roe said", "Roe"},
      {"After Roe said", "Roe"},
      {"the report said", "nobody"},
      {"officials briefed on the plan said", "officials-briefed-on-the-plan"},
      {"the force fighting rebels in Ukraine and NATO said", "force"},
      {"Roe (the mayor) said", "Roe"},
      {"Poe knows that Roe said", "Roe"},
  };
  for (const auto& [line, id] : rows) EXPECT_EQ(subject(line), id) << line;
}

TEST(QuoteSubject, StandsBeforeCommas) {
  const std::pair<const char*, const char*> rows[] = {
      {"Roe, a lawyer in Ukraine, said", "Roe"},
      {"Another lawyer, Jane Roe, said", "Roe"},
      {"Roe, who lives here because it is warm, said", "Roe"},
      {"Roe, speaking to NATO, said", "Roe"},
      {"But Roe, the mayor, said", "Roe"},
      {"It rained and Poe left, the mayor, said", "mayor"},
  };
  for (const auto& [line, id] : rows) EXPECT_EQ(subject(line), id) << line;
}

TEST(QuoteSubject, IsWhomARelativeGoesBackTo) {
  const std::pair<const char*, const char*> rows[] = {
      {"Roe, who said", "Roe"},
      {"with five other people who said", "five-other-people"},
      {"by officials in Ukraine who say", "officials"},
      {"NATO, citing two sources, which said", "NATO"},
      {"people who oppose the president said", "people"},
      {"the man whom the mayor said", "mayor"},
  };
  for (const auto& [line, id] : rows) EXPECT_EQ(subject(line), id) << line;
}

TEST(QuoteSubject, OfSeveralIsTheFirstNameOrAllWords) {
  EXPECT_EQ(subject("Roe, Poe and other guests said"), "Roe");
  EXPECT_EQ(subject("lobbyists and party sources said"), "lobbyists-and-party-sources");
  EXPECT_EQ(subject("Poe left the harbour and Roe said"), "Roe");
  EXPECT_EQ(subject("members of the Senate and NATO said"), "members-of-the-senate");
}

TEST(QuoteSubject, MayBeThatOfTheVerbBefore) {
  EXPECT_EQ(subject("Roe came and said", true), "Roe");
  EXPECT_EQ(subject("Roe fired Poe, who went home, saying", true), "Roe");
  EXPECT_EQ(subject("Roe knows the fact that NATO was there, but said", true), "Roe");
  EXPECT_EQ(subject("in the rain, saying", true), "nobody");
}

TEST(QuoteSubject, OfAnyVerbMayStandBehindASpan) {
  const ReadSample sample("“It is over,” Roe grinned.");
  const SpeakerReader reader(sample.text, sample.names, news_words());
  SubjectFinder finder(sample.text, sample.text.sentences.front(), news_words(), reader);
  EXPECT_EQ(finder.verb_behind(0), 2U);
}

}  // namespace
}  // namespace dateline::actors
