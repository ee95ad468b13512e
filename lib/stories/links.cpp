// Links as bytes.  In: links.  Out: bytes, and the way back.
// Tested by tests/stories/links_test.cpp.
#include "stories/links.hpp"

#include "base/bytes.hpp"

#include <dateline/error.hpp>

#include <algorithm>
#include <cmath>

namespace dateline {

std::string_view story_kind_name(StoryKind kind) noexcept {
  constexpr std::string_view kNames[] = {"first", "same", "near", "contains"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace dateline

namespace dateline::stories {
namespace {

constexpr double kThousand = 1000;

}  // namespace

std::string print_links(const std::vector<Link>& links) {
  if (links.empty()) return {};
  base::ByteWriter out;
  out.number(links.size());
  std::uint64_t before = 0;
  for (const Link& link : links) {
    out.number(link.a - before);
    out.number(link.b - link.a);
    out.number(static_cast<std::uint64_t>(link.kind) * 2 + (link.a_is_longer ? 1 : 0));
    out.number(static_cast<std::uint64_t>(std::lround(link.strength * kThousand)));
    before = link.a;
  }
  return out.take();
}

std::vector<Link> read_links(std::string_view bytes) {
  std::vector<Link> links;
  if (bytes.empty()) return links;
  base::ByteReader in(bytes, "links of stories");
  std::uint64_t before = 0;
  for (std::uint64_t left = in.number(); left > 0; --left) {
    Link link;
    link.a = before + in.number();
    link.b = link.a + in.number();
    const std::uint64_t kind = in.number();
    if (kind / 2 > static_cast<std::uint64_t>(StoryKind::kContains)) {
      throw Error(ErrorCode::kCorrupt, "read", "links of stories", "a kind makes no sense");
    }
    link.kind = static_cast<StoryKind>(kind / 2);
    link.a_is_longer = kind % 2 == 1;
    link.strength = static_cast<double>(in.number()) / kThousand;
    before = link.a;
    links.push_back(link);
  }
  return links;
}

}  // namespace dateline::stories
