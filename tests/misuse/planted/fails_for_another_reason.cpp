// Fails with a message that nobody expects.
// Message: use of deleted function
#ifdef WRONG
int one() {
  return two;
}
#endif
