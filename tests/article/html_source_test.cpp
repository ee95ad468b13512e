#include "article/html_source.hpp"

#include <gtest/gtest.h>

#include <string>

namespace dateline::article {
namespace {

TEST(HtmlSource, IsSafeUpToATagOfNonsenseLength) {
  std::string attributes;
  while (attributes.size() <= kMaxTag) attributes += " a" + std::to_string(attributes.size());
  EXPECT_EQ(safe_part("<p>before</p><div" + attributes + ">behind"), "<p>before</p>");
  const std::string text = "<p>5 < 6, " + attributes + "</p>";
  EXPECT_EQ(safe_part(text), text);
  const std::string picture = "<img src=\"data:" + std::string(3 * kMaxTag, 'x') + "\"><p>text";
  EXPECT_EQ(safe_part(picture), picture);
  const std::string script =
      "<script>if (a<b) {" + attributes + "}</script><!-- <a" + attributes + " --><p>";
  EXPECT_EQ(safe_part(script), script);
}

TEST(HtmlSource, SurvivesCutTags) {
  for (const char* html :
       {"<", "<a", "<a href=\"", "<a href='x", "<!--", "<script", "</", "<a =\"\"="}) {
    EXPECT_EQ(safe_part(html), html);
  }
}

TEST(HtmlSource, FindsTheEncodingThatThePageNames) {
  EXPECT_EQ(declared_encoding("<meta charset=\"KOI8-R\">"), "koi8-r");
  EXPECT_EQ(
      declared_encoding("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>"),
      "windows-1251");
  EXPECT_EQ(declared_encoding("<p>no word of it"), "");
  EXPECT_EQ(declared_encoding("<meta charset"), "");
}

}  // namespace
}  // namespace dateline::article
