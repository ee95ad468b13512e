// The names of the roles, as programs print them.  In: a role.  Out: its name.
// Tested by tests/article/article_test.cpp.
#include <dateline/article.hpp>

namespace dateline {

std::string_view role_name(Role role) noexcept {
  switch (role) {
    case Role::kTitle:
      return "title";
    case Role::kSubtitle:
      return "subtitle";
    case Role::kByline:
      return "byline";
    case Role::kDateline:
      return "dateline";
    case Role::kBody:
      return "body";
    case Role::kCaption:
      return "caption";
    case Role::kJunk:
      return "junk";
    case Role::kSource:
      return "source";
  }
  return "body";
}

}  // namespace dateline
