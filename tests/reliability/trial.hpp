// What the experiments share: actions in a process of their own, and how far to go.
#pragma once

#include "flow/workload.hpp"
#include "index/sample.hpp"

#include <dateline/index.hpp>

#include <cstdint>
#include <functional>

namespace dateline::reliability {

// Whether DATELINE_FULL is set: all that there is instead of a sample.
bool is_full();

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kIsSanitized = true;
#else
inline constexpr bool kIsSanitized = false;
#endif

// A sanitizer is slow, and a process forked under it slower: of how many states it tries one, without it 1.
inline constexpr std::uint64_t kStride = kIsSanitized ? 40 : 1;

// The next number to try: each one with is_full(), otherwise steps so that a run of `count` takes about 60
// trials, 2 under a sanitizer.
std::uint64_t after(std::uint64_t number, std::uint64_t count);

// Runs the action in a process of its own.  Its exit status: 0 when the action returned, 100 when it
// threw, 256 plus the signal when a signal ended it.
int in_a_process(const std::function<void()>& action);

// An index after the first kBefore commits, at `path`.
inline constexpr int kBefore = 9;
void make_index(const std::filesystem::path& path, const Recipe& recipe,
                TextStore store = TextStore::kWords);

// What the experiments disturb: opening, replacing, removing, merging, up to the commit kAfter.
inline constexpr int kAfter = kBefore + 2;
// `told` is called after each commit.
void work(const std::filesystem::path& path, const std::function<void(int)>& told);
// The same from nothing: creating the index, and two commits.
void build(const std::filesystem::path& path, const Recipe& recipe,
           const std::function<void(int)>& told);

// Expects a whole index with the articles of the commit `told`, or of the next one where it was
// published and not told; and the writer that goes on to get to the commit `last`.
void expect_whole(const std::filesystem::path& path, int told, int last);

}  // namespace dateline::reliability
