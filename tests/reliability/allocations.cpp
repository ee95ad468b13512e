// In: requests for memory.  Out: memory, or a refusal.
#include "reliability/allocations.hpp"

#include <dlfcn.h>
#include <malloc.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <new>

namespace dateline::reliability {
namespace {

struct Failing {
  std::atomic<bool> active{false};
  std::atomic<std::uint64_t> count{0};
  std::uint64_t at = 0;
  bool for_good = false;
};

constinit Failing failing;
thread_local bool is_exempt = false;

bool is_refused() {
  if (is_exempt || !failing.active.load(std::memory_order_acquire)) return false;
  const std::uint64_t number = ++failing.count;
  if (failing.at == 0) return false;
  return number == failing.at || (failing.for_good && number > failing.at);
}

struct Watch {
  std::atomic<bool> active{false};
  std::atomic<std::int64_t> held{0};
  std::atomic<std::int64_t> most{0};
};

constinit Watch watch;

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
void* taken(void* place) {
  if (!watch.active.load(std::memory_order_relaxed) || place == nullptr) return place;
  const auto bytes = static_cast<std::int64_t>(::malloc_usable_size(place));
  const std::int64_t held = watch.held += bytes;
  if (held > watch.most) watch.most = held;
  return place;
}

void given_back(void* place) {
  if (!watch.active.load(std::memory_order_relaxed) || place == nullptr) return;
  watch.held -= static_cast<std::int64_t>(::malloc_usable_size(place));
}
#endif

}  // namespace

void watch_memory() {
  watch.held = 0;
  watch.most = 0;
  watch.active = true;
}

std::size_t most_memory() {
  watch.active = false;
  return static_cast<std::size_t>(watch.most.load());
}

void fail_allocation(std::uint64_t at, bool for_good) {
  failing.at = at;
  failing.for_good = for_good;
  failing.count = 0;
  failing.active.store(true, std::memory_order_release);
}

std::uint64_t end_failing() {
  failing.active.store(false, std::memory_order_release);
  return failing.count;
}

}  // namespace dateline::reliability

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return dateline::reliability::is_refused() ? nullptr : std::malloc(size + !size);
}
void* operator new[](std::size_t size, const std::nothrow_t& nothrow) noexcept {
  return operator new(size, nothrow);
}
void* operator new(std::size_t size) {
  void* const place = operator new(size, std::nothrow);
  if (place == nullptr) throw std::bad_alloc();
  return place;
}
void* operator new[](std::size_t size) {
  return operator new(size);
}
void operator delete(void* place) noexcept {
  std::free(place);
}
void operator delete[](void* place) noexcept {
  std::free(place);
}
void operator delete(void* place, std::size_t) noexcept {
  std::free(place);
}
void operator delete[](void* place, std::size_t) noexcept {
  std::free(place);
}

#else

using dateline::reliability::given_back;
using dateline::reliability::taken;

extern "C" {

// The C library ends the process when it cannot note down what a thread destroys at its end (glibc,
// stdlib/cxa_thread_atexit_impl.c), whatever a library does: this allocation is spared.
int __cxa_thread_atexit_impl(void (*destroy)(void*), void* object, void* handle) {
  using Real = int(void (*)(void*), void*, void*);
  static auto* const real = reinterpret_cast<Real*>(::dlsym(RTLD_NEXT, "__cxa_thread_atexit_impl"));
  dateline::reliability::is_exempt = true;
  const int result = real(destroy, object, handle);
  dateline::reliability::is_exempt = false;
  return result;
}

void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* place, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
void __libc_free(void* place);

void* malloc(std::size_t size) noexcept {
  if (!dateline::reliability::is_refused()) return taken(__libc_malloc(size));
  errno = ENOMEM;
  return nullptr;
}

void* calloc(std::size_t count, std::size_t size) noexcept {
  if (!dateline::reliability::is_refused()) return taken(__libc_calloc(count, size));
  errno = ENOMEM;
  return nullptr;
}

void* realloc(void* place, std::size_t size) noexcept {
  if (!dateline::reliability::is_refused()) {
    given_back(place);
    return taken(__libc_realloc(place, size));
  }
  errno = ENOMEM;
  return nullptr;
}

void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept {
  if (!dateline::reliability::is_refused()) return taken(__libc_memalign(alignment, size));
  errno = ENOMEM;
  return nullptr;
}

int posix_memalign(void** place, std::size_t alignment, std::size_t size) noexcept {
  if (dateline::reliability::is_refused()) return ENOMEM;
  *place = taken(__libc_memalign(alignment, size));
  return *place == nullptr ? ENOMEM : 0;
}

void free(void* place) noexcept {
  given_back(place);
  __libc_free(place);
}

}  // extern "C"

#endif
