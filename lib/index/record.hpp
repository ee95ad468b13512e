// What is kept of an article besides its terms: the article as it came, and every judgement on it.
// In and out: a Record; bytes.
// Tested by tests/index/record_test.cpp.
#pragma once

#include "actors/mentions.hpp"

#include <dateline/article.hpp>
#include <dateline/quote.hpp>
#include <dateline/topic.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::index {

struct Record {
  std::uint64_t fingerprint = 0;  // of the article as it came
  Article article;
  Page page;
  std::vector<actors::Found> mentions;  // numbers in the catalog of the index's recipe, or below
  std::vector<actors::Unlisted> unlisted;
  std::vector<Quote> quotes;
  std::vector<TopicMatch> topics;
};

std::string encode(const Record& record);
// Throws Error(kCorrupt) for bytes that are no record.
Record decode(std::string_view bytes);

// Only the fingerprint of an encoded record.
std::uint64_t fingerprint_of(std::string_view bytes);
// The fingerprint of an article as it came.
std::uint64_t fingerprint(const Article& article);

}  // namespace dateline::index
