#include "article/line.hpp"

#include "pages.hpp"

namespace dateline::article {
namespace {

TEST(Line, SeesHowItEnds) {
  EXPECT_TRUE(line_of("The pier is old.").closed);
  EXPECT_TRUE(line_of("The pier is “old.”").closed);
  EXPECT_TRUE(line_of("Who pays?").closed);
  EXPECT_FALSE(line_of("The pier (old)").closed);
  EXPECT_EQ(line_of("The pier:").end, ':');
  EXPECT_EQ(line_of("The pier").end, 0);
  EXPECT_TRUE(line_of("A deal with the U.S.").acronym);
  EXPECT_FALSE(line_of("The pier is old.").acronym);
}

TEST(Line, SeesHowItBegins) {
  EXPECT_TRUE(line_of("“The pier is old,” he said").quoted);
  EXPECT_TRUE(line_of("of the old pier").listed == false && !line_of("of the old pier").capital);
  for (const char* item : {"• the pier", "- the pier", "1. the pier", "a) the pier", "[the pier"}) {
    EXPECT_TRUE(line_of(item).listed) << item;
  }
  for (const char* text :
       {"U.S. ships arrive", "2025 was good", "¿Qué pasa?", "«Так»", "$5 more"}) {
    EXPECT_FALSE(line_of(text).listed) << text;
  }
}

TEST(Line, KnowsAHeadlineByItsCapitals) {
  EXPECT_TRUE(line_of("Old Pier of the Harbour Town Falls").headline);
  EXPECT_TRUE(line_of("OLD PIER FALLS").headline);
  EXPECT_FALSE(line_of("Old pier of the harbour town falls").headline);
}

TEST(Line, CountsSentences) {
  EXPECT_TRUE(line_of("Mr. Gull of the U.S. Navy came by").one_sentence);
  EXPECT_FALSE(line_of("The pier fell. Nobody was hurt").one_sentence);
}

TEST(Line, IsACaptionByItsCredit) {
  for (const char* text :
       {"A tram crosses the square. (Photo: Corvina/Jane Gull)", "FILE PHOTO: A tram in the square",
        "A tram crosses the square, March 3, 2025. REUTERS/Jane Gull",
        "A tram crosses the square. Jane Gull/AP", "Enlarge this image toggle caption Jane Gull",
        "Ein Zug am Bahnhof. Foto: Jane Gull", "Трамвай на площади. Фото: Джейн Галл"}) {
    EXPECT_EQ(line_of(text).role, Role::kCaption) << text;
  }
}

TEST(Line, IsACaptionByItsScene) {
  for (const char* text :
       {"Jane Gull, left, greets the mayor before the meeting", "Jane Gull (right) and the mayor",
        "Jane Gull (pictured) bought the pier", "Anna Möwe, links, begrüßt den Bürgermeister",
        "Анна Чайка (слева) встречает мэра"}) {
    EXPECT_EQ(line_of(text).role, Role::kCaption) << text;
  }
}

TEST(Line, IsNoCaptionForWordsThatStoriesUseToo) {
  for (const char* text : {"People on the left, right, and in the centre voted for the pier.",
                           "“Right, right, that is what I said,” she told the council.",
                           "A Reuters/Ipsos poll found that most people like the pier.",
                           "He left the right door open, and the light too.",
                           "The lawsuit was filed by a company that owns Getty Images.",
                           "The mayor looks on the pier as the heart of the town."}) {
    EXPECT_EQ(line_of(text).role, Role::kBody) << text;
  }
}

TEST(Line, IsFurnitureByAPhrase) {
  for (const char* text :
       {"Advertisement", "ADVERTISEMENT:", "Sign up for our newsletters",
        "Read more: How the pier was built", "Your browser does not support video.",
        "( PHOTOS: The pier through the years)", "Lesen Sie auch: Der alte Hafen",
        "Читайте также: Старый порт", "Читайте також: Старий порт", "Lire aussi : Le vieux port",
        "Lea también: El puerto viejo"}) {
    EXPECT_EQ(line_of(text).role, Role::kJunk) << text;
  }
}

TEST(Line, IsNoFurnitureForWordsThatStoriesUseToo) {
  for (const char* text :
       {"“Click here to sign up,” the message said.", "He signed up for the navy in 1998.",
        "The newsletter of the party attacked him.", "The advertisement cost two million.",
        "The site sets cookies without asking, the court found.",
        "They can sign up for the new insurance until Friday."}) {
    EXPECT_EQ(line_of(text).role, Role::kBody) << text;
  }
}

TEST(Line, IsNoFurnitureWhenItIsLong) {
  std::string text = "Read more";
  for (int i = 0; i < 30; ++i) text += " about the pier";
  EXPECT_EQ(line_of(text).role, Role::kBody);
}

TEST(Line, NamesItsAuthor) {
  for (const char* text : {"By Jane Gull", "By Jane Gull and Max Reed, The Harbour Post", "By AFP",
                           "Von Anna Möwe", "Par Anne Mouette", "Por Ana Gaviota",
                           "Автор: Анна Чайка", "Max Reed contributed to this report."}) {
    EXPECT_EQ(line_of(text).name, Name::kByline) << text;
  }
  for (const char* text :
       {"By boat and by bus to the pier", "By Boat and Bus to the Pier",
        "Von Kiew bis Lwiw fällt der Strom aus", "By Monday the pier was gone."}) {
    EXPECT_EQ(line_of(text).name, Name::kNone) << text;
  }
  EXPECT_EQ(line_of("Jane Gull, harbour correspondent").name, Name::kJob);
  EXPECT_EQ(line_of("Jane Gull, mayor of the town").name, Name::kNone);
}

TEST(Line, LooksAtTheBeginningOfALongBlockOnly) {
  std::string text;
  while (text.size() < kLooked) text += "The pier is old. ";
  text += "Advertisement";
  const Line line = line_of(text);
  EXPECT_EQ(line.role, Role::kBody);
  EXPECT_TRUE(line.is_paragraph());
}

}  // namespace
}  // namespace dateline::article
