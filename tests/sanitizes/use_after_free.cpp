// Dies under the address sanitizer: reads what is free.
int main(int count, char**) {
  int* const number = new int(count);
  delete number;
  return *number;
}
