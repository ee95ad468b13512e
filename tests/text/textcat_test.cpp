#include "text/textcat.hpp"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace dateline::text {
namespace {

using Codes = std::vector<std::string>;

TEST(Textcat, NamesLanguagesByTheirTwoLetters) {
  if (!have_textcat()) GTEST_SKIP() << "built without libexttextcat";
  const Codes swedish = {"sv"};
  EXPECT_EQ(textcat_candidates("Ministrarna kom på tisdagen överens om att skicka mer spannmål via "
                               "hamnen, men ingen vet ännu när fartygen får lämna kajen."),
            swedish);
  EXPECT_EQ(textcat_candidates("部长们周二同意通过该港口运送更多粮食，以帮助受影响的国家").front(),
            "zh");
}

TEST(Textcat, IsAtALossWithoutLetters) {
  EXPECT_EQ(textcat_candidates(""), Codes{});
  EXPECT_EQ(textcat_candidates("1234 5678 9012 "), Codes{});
  EXPECT_EQ(textcat_candidates(std::string(100, '\0')), Codes{});
}

TEST(Textcat, ReadsOnBehindANulByte) {
  const std::string text = "Bakanlar salı günü limandan daha fazla tahıl göndermeyi kabul etti.";
  EXPECT_EQ(textcat_candidates("a" + std::string(1, '\0') + text), textcat_candidates("a " + text));
}

TEST(Textcat, ThreadsDoNotDisturbEachOther) {
  if (!have_textcat()) GTEST_SKIP() << "built without libexttextcat";
  const std::string text = "Bakanlar salı günü limandan daha fazla tahıl göndermeyi kabul etti.";
  const Codes alone = textcat_candidates(text);
  std::vector<std::thread> threads;
  std::vector<Codes> found(4);
  for (Codes& codes : found) {
    threads.emplace_back([&codes, &text] {
      for (int i = 0; i < 20; ++i) codes = textcat_candidates(text);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const Codes& codes : found) EXPECT_EQ(codes, alone);
}

}  // namespace
}  // namespace dateline::text
