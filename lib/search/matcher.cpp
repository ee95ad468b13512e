// Makes the matcher of a term tree.  In: a tree.  Out: a matcher, node for node.
// Tested by tests/search/matcher_test.cpp.
#include "search/matcher.hpp"

#include "search/leaf_matchers.hpp"
#include "search/tree_matchers.hpp"

namespace dateline::search {

std::unique_ptr<Matcher> make_matcher(const analysis::TermTree& tree,
                                      storage::SegmentSession& session, std::uint32_t articles,
                                      const Scoring& scoring) {
  using Kind = analysis::TermTree::Kind;
  Matchers parts;
  for (const analysis::TermTree& part : tree.parts) {
    parts.push_back(make_matcher(part, session, articles, scoring));
  }
  switch (tree.kind) {
    case Kind::kNothing:
    case Kind::kPrefix:
      return std::make_unique<NothingMatcher>();
    case Kind::kEverything:
      return std::make_unique<CursorMatcher>(session.all_articles(), scoring.limit);
    case Kind::kTerm:
      if (scoring.limit != nullptr && scoring.limit->is_over()) break;
      return std::make_unique<TermMatcher>(tree, session, scoring);
    case Kind::kSum:
      return std::make_unique<AnyMatcher>(std::move(parts), false);
    case Kind::kBest:
      return std::make_unique<AnyMatcher>(std::move(parts), true);
    case Kind::kAll:
      return std::make_unique<AllMatcher>(std::move(parts));
    case Kind::kRequired:
      return std::make_unique<RequiredMatcher>(std::move(parts));
    case Kind::kExcept:
      return std::make_unique<ExceptMatcher>(std::move(parts));
    case Kind::kPhrase:
    case Kind::kNear:
      return std::make_unique<PositionMatcher>(std::move(parts), tree);
    case Kind::kAtLeast:
      return std::make_unique<AtLeastMatcher>(std::move(parts.front()), tree.distance);
    case Kind::kUnscored:
      return std::make_unique<UnscoredMatcher>(std::move(parts.front()));
    case Kind::kPublished:
      return std::make_unique<CursorMatcher>(session.published_within(tree.days), scoring.limit);
  }
  return std::make_unique<NothingMatcher>();
}

}  // namespace dateline::search
