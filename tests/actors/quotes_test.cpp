#include "actors/quotes.hpp"

#include "actors/quote_sample.hpp"

#include <gtest/gtest.h>

namespace dateline::actors {
namespace {

struct QuotesRow {
  std::string text;
  std::string quotes;
};

void expect_quotes(const std::vector<QuotesRow>& rows, std::string_view language = "en") {
  for (const QuotesRow& row : rows)
    EXPECT_EQ(quotes_in(row.text, language), row.quotes) << row.text;
}

TEST(Quotes, BelongToWhoStandsNextToThem) {
  expect_quotes({
      {"“We will go there soon,” Roe said.", "direct Roe [We will go there soon,]"},
      {"“We will go there soon,” said Roe.", "direct Roe [We will go there soon,]"},
      {"Roe said: “We will go there soon.”", "direct Roe [We will go there soon.]"},
      {"“Will we go there?” Roe asked.", "partial Roe [Will we go there?]"},
      {"“We will go there soon,” Rep. Jane Roe said. Poe left.",
       "direct Roe [We will go there soon,]"},
      {"\"We will go there soon,\" a harbour official said.",
       "direct a-harbour-official [We will go there soon,]"},
  });
}

TEST(Quotes, OfAFewWordsArePartial) {
  expect_quotes({
      {"Roe called it a “terrible” plan.", "partial Roe [terrible]"},
      {"Roe said the ‘key question’ was open.", "partial Roe [key question]"},
      {"The “key question” was the harbour, Roe said.", "partial Roe [key question]"},
  });
}

TEST(Quotes, NeedAVerbAndASpeaker) {
  expect_quotes({
      {"The “special” train left the station.", ""},
      {"The report said the plan was “terrible”.", ""},
      {"Roe did not say it was “terrible”.", ""},
      {"Roe was told it was “terrible”.", ""},
      {"The town wants to “mend” the harbour, which Roe said fell down.", ""},
      {"Roe said she reads the “Harbour Post” often.",
       "reported Roe [she reads the “Harbour Post” often]"},
  });
}

TEST(Quotes, OfSomebodyWithoutANameAreOfWhoIsNamedForThemBehind) {
  expect_quotes({
      {"A senior official has dealt a blow to hopes, telling others that it is no ‘good idea’ now.",
       "partial a-senior-official [good idea]"},
      {"A senior official has dealt a blow, telling others that it is no ‘good idea’ now. The "
       "comments from Harbour Secretary Jane Roe come as it rains.",
       "partial Roe [good idea]"},
      {"“We will go there soon,” a harbour official said. The remarks by Roe came late.",
       "direct Roe [We will go there soon,]"},
      {"“We will go there soon,” a harbour official said. The town by Roe slept.",
       "direct a-harbour-official [We will go there soon,]"},
      {"A storm has dealt a blow to hopes, breaking a ‘good wall’.", ""},
  });
}

TEST(Quotes, BrokenByTheVerbAreOne) {
  expect_quotes({
      {"“We will go,” Roe said, “when it is time.”",
       "partial Roe [We will go,] [when it is time.]"},
      {"“We will go there soon,” Roe said. “It is time.”",
       "direct Roe [We will go there soon,] [It is time.]"},
  });
}

TEST(Quotes, GoOnInTheNextParagraph) {
  EXPECT_EQ(quotes_of({"“We will go there soon,” Roe said.", "“It is time that we all go there.”"}),
            "direct Roe [We will go there soon,]; direct Roe [It is time that we all go there.]");
  EXPECT_EQ(quotes_of({"The harbour opened.", "“It is time that we all go there.”"}), "");
  EXPECT_EQ(quotes_of({"On Monday Roe wrote:", "“It is time that we all go there.”"}),
            "direct Roe [It is time that we all go there.]");
}

TEST(Quotes, GoOnBehindWhatIsReported) {
  EXPECT_EQ(quotes_of({"Roe said it will rain.", "“We will go there soon.”"}),
            "reported Roe [it will rain]; direct Roe [We will go there soon.]");
  EXPECT_EQ(quotes_of({"Roe left.", "“We will go there soon.”"}), "");
}

TEST(Quotes, AreNoTitlesAndNoWordsOfTheNarrator) {
  expect_quotes({
      {"Roe, author of “Dawn of the Harbour War,” tells NATO that it will rain.", ""},
      {"Roe rebutted Poe’s “soft” answer by going.", ""},
      {"“It will rain there soon,” Poe told “Harbour Sunday,” a show.",
       "direct Poe [It will rain there soon,]"},
  });
}

TEST(Quotes, OfPronounsAreWhoWasNamedLast) {
  expect_quotes({
      {"Poe left. Roe came. “We will go there soon,” she said.",
       "direct Roe [We will go there soon,]"},
      {"“We will go there soon,” he said.", ""},
  });
}

TEST(Quotes, AreReportedWithoutMarks) {
  expect_quotes({
      {"Roe said that the harbour is open.", "reported Roe [the harbour is open]"},
      {"NATO has warned that the harbour is closed.", "reported NATO [the harbour is closed]"},
      {"The harbour is open, Roe said.", "reported Roe [The harbour is open]"},
      {"According to NATO, the harbour is open.", "reported NATO [the harbour is open]"},
      {"The harbour is open, according to Roe.", "reported Roe [The harbour is open]"},
      {"Roe said she would come.", "reported Roe [she would come]"},
      {"Roe added two rooms.", ""},
  });
}

TEST(Quotes, AreNotReportedByEveryThat) {
  expect_quotes({
      {"Roe agreed on the causes of that town's drought.", ""},
      {"Roe pointed to another law that once limited trade.", ""},
      {"Roe accused Poe by calling the harbour men to vote as was done.", ""},
      {"As it rained there, Roe asked the mayor why.", ""},
      {"As readers may recall, it rained then.", ""},
      {"Roe tweeted far-left views.", ""},
      {"In an instant, Roe said, years of trust and peace had gone.",
       "reported Roe [In an instant] [years of trust and peace had gone]"},
      {"According to an analysis by NATO, it will rain.", "reported NATO [it will rain]"},
      {"It will rain, according to a lawsuit filed in Ukraine.", ""},
      {"It is the story Roe has called “one of a kind.”", "partial Roe [one of a kind.]"},
  });
}

TEST(Quotes, OfHimAndHerAreWhoSpokeLast) {
  EXPECT_EQ(
      quotes_of(
          {"Roe said it was unclear whether Poe would come.", "She said the harbour is open."}),
      "reported Roe [it was unclear whether Poe would come]; reported Roe [the harbour is open]");
  EXPECT_EQ(quotes_of({"Even Roe’s early message left some room.",
                       "“We will go there soon,” she wrote."}),
            "direct Roe [We will go there soon,]");
  expect_quotes({
      {"Poe’s harbour is old, Roe knows. “We will go there soon,” she said.",
       "direct Roe [We will go there soon,]"},
      {"Roe left early. “We will go there soon,” said the Ohio senator.",
       "direct Roe [We will go there soon,]"},
      {"As Poe stressed the price and Roe called it “fair,” the Ohio senator noted the harbour is "
       "old.",
       "partial Roe [fair,]; reported Roe [the harbour is old]"},
  });
}

TEST(Quotes, KnowTheSpeakerBehindAClauseAndInAnOffice) {
  expect_quotes({
      {"With no plan for a return to some calm, we may wait, said Jane Roe, a lawyer.",
       "reported Roe [With no plan for a return to some calm, we may wait]"},
      {"Ohio Secretary of Trade Jane Roe announced Friday, March 13, the harbour will open.",
       "reported Roe [the harbour will open]"},
      {"Roe, on the “Dawn” show, argued that the harbour is open.",
       "reported Roe [the harbour is open]"},
      {"Poe criticised Roe for calling it a “mess”.", "partial Roe [mess]"},
      {"She left. Roe closed: “We will all go there soon.”",
       "direct Roe [We will all go there soon.]"},
      {"“We will all go there soon.” Roe wrote on Monday.",
       "direct Roe [We will all go there soon.]"},
      {"“We will go there soon,” Roe said. She has a boat. “It is time that we all go.”",
       "direct Roe [We will go there soon,]; direct Roe [It is time that we all go.]"},
  });
}

TEST(Quotes, ReportedEndWhereAnotherThoughtBegins) {
  expect_quotes({
      {"Roe announced she will run — and her friends left.", "reported Roe [she will run]"},
      {"Roe said she left shortly after NATO asked her to.",
       "reported Roe [she left shortly after NATO asked her to]"},
      {"Roe says the harbour looks like that of the old town.",
       "reported Roe [the harbour looks like that of the old town]"},
      {"Roe confirmed she turned over the keys.", "reported Roe [she turned over the keys]"},
      {"The harbour is open, vowing to stay so.", ""},
      {"Roe has left the harbour, vowing a return.", ""},
      {"NATO announced an end to it, suggesting that more is to come.", ""},
      {"We may, Roe said, choose “all of it”.", "partial Roe [all of it]"},
      {"Poe likes Roe’s campaign promises because they are “cheap”.", ""},
      {"Roe’s announcement said she is ready.", ""},
      {"Roe has agreed that work on the “Old Harbour Two” goes on before “Red Sea Three.”",
       "reported Roe [work on the “Old Harbour Two” goes on before “Red Sea Three.”]"},
      {"NATO said later that they had asked for a “delay”.", "partial NATO [delay]"},
  });
}

TEST(Quotes, StandBetweenAllMarksAndInSeveralLanguages) {
  expect_quotes({{"„Wir werden bald dorthin gehen“, sagte Roe.",
                  "direct Roe [Wir werden bald dorthin gehen]"}},
                "de");
  expect_quotes({{"« Nous partons demain avec vous », a déclaré Roe.",
                  "direct Roe [Nous partons demain avec vous]"}},
                "fr");
  expect_quotes(
      {{"«Мы скоро поедем туда все», — заявил Роу.", "direct Roe [Мы скоро поедем туда все]"}},
      "ru");
}

TEST(Quotes, OfTextWithoutEndOrMarksAreHarmless) {
  for (const char* text :
       {"", "“", "”", "\"", "'", "said", "“said", "said “", ": “ , said", "«»", "“”"}) {
    EXPECT_EQ(quotes_in(std::string(text)), "") << text;
  }
}

}  // namespace
}  // namespace dateline::actors
