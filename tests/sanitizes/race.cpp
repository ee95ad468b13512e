// Is reported by the thread sanitizer: two threads count without a lock.
#include <thread>

int main() {
  int number = 0;
  std::thread other([&] { ++number; });
  ++number;
  other.join();
  return number;
}
