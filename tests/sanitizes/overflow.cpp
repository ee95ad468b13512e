// Dies under the undefined-behaviour sanitizer: adds one to the largest number.
#include <climits>

int main(int count, char**) {
  return INT_MAX + count == 0;
}
