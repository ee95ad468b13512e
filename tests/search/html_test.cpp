#include <dateline/results.hpp>

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(HtmlTest, OnlyMarksAreMarkup) {
  Snippet snippet;
  snippet.text = "<script>\"AT&T's\" peace";
  snippet.range = {100, 100 + snippet.text.size()};
  snippet.marks = {{109, 113}, {117, 122}};
  EXPECT_EQ(to_html(snippet),
            "&lt;script&gt;&quot;<mark>AT&amp;T</mark>&#39;s&quot; <mark>peace</mark>");
}

TEST(HtmlTest, MarksThatMeetOrLieOutsideAreHarmless) {
  Snippet snippet;
  snippet.text = "abcdef";
  snippet.range = {10, 16};
  snippet.marks = {{5, 11}, {10, 12}, {12, 12}, {14, 99}};
  EXPECT_EQ(to_html(snippet), "<mark>a</mark><mark>b</mark>cd<mark>ef</mark>");
  EXPECT_EQ(to_html({}), "");
}

}  // namespace
}  // namespace dateline
