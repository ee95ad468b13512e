// What a writer does over many commits, the same each time: puts, replacements, removals; now
// and then an article of 20 KB.
// In: a number of commits.  Out: those steps, and the articles that are there after them.
#pragma once

#include <dateline/article.hpp>
#include <dateline/index.hpp>

#include <functional>
#include <map>
#include <string>

namespace dateline::flow {

using Articles = std::map<std::string, std::string>;  // text by id

// The articles after commits 1 to `commits`.
Articles articles_after(int commits);

// The changes of one commit, in their order.
void change(int commit, const std::function<void(Article&&)>& put,
            const std::function<void(const std::string&)>& remove);

// The same to an index, and the commit.
void run_commit(Index& index, int commit);

// The articles of the newest commit on disk, each asked for by a search too.
Articles articles_in(const std::filesystem::path& path);

}  // namespace dateline::flow
