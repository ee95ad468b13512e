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

TEST(Line, IsACaptionWhereItSaysItsTitleTwice) {
  EXPECT_EQ(line_of("Photos: The old pier Photos: The old pier A boat in May").role,
            Role::kCaption);
  EXPECT_EQ(line_of("He will not go. He will not go. That is what he said").role, Role::kBody);
}

TEST(Line, IsFurnitureThoughLongWhereTwoThingsSaySo) {
  const std::string long_prompt =
      "Harbour Playbook is read by those who know what goes on in the valley and at the sea, and "
      "by those who would like to know. Sign up for our letter. By signing up you agree to all.";
  EXPECT_EQ(line_of(long_prompt).role, Role::kJunk);
  const Line once = line_of(
      "The mayor said that the people of the town had been told to subscribe now and pay later, "
      "and "
      "that nobody in the council of the small harbour town had seen it as a fraud.");
  EXPECT_EQ(once.role, Role::kBody);
  EXPECT_TRUE(once.long_junk);
}

TEST(Line, KnowsWhoAnAuthorIs) {
  EXPECT_TRUE(line_of("Jane Doe is a senior fellow at the Harbour Institute.").bio);
  EXPECT_TRUE(line_of("Jane Doe covers the harbour as a reporter for the Post.").bio);
  EXPECT_FALSE(line_of("Jane Doe is a friend of the mayor.").bio);
  EXPECT_FALSE(line_of("The man who came is a reporter.").bio);
}

}  // namespace
}  // namespace dateline::article
