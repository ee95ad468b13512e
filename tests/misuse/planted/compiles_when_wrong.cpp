// What is called wrong here is right.
// Message: use of deleted function
int one() {
  return 1;
}
