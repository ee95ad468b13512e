// So many functions of 26 lines that the median and the 90th percentile are beyond their bounds.
int middling_0(int n) {
  n += n / 1;
  n += n / 2;
  n += n / 3;
  n += n / 4;
  n += n / 5;
  n += n / 6;
  n += n / 7;
  n += n / 8;
  n += n / 9;
  n += n / 10;
  n += n / 11;
  n += n / 12;
  n += n / 13;
  n += n / 14;
  n += n / 15;
  n += n / 16;
  n += n / 17;
  n += n / 18;
  n += n / 19;
  n += n / 20;
  n += n / 21;
  n += n / 22;
  n += n / 23;
  return n;
}
int middling_1(int n) {
  n += n / 1;
  n += n / 2;
  n += n / 3;
  n += n / 4;
  n += n / 5;
  n += n / 6;
  n += n / 7;
  n += n / 8;
  n += n / 9;
  n += n / 10;
  n += n / 11;
  n += n / 12;
  n += n / 13;
  n += n / 14;
  n += n / 15;
  n += n / 16;
  n += n / 17;
  n += n / 18;
  n += n / 19;
  n += n / 20;
  n += n / 21;
  n += n / 22;
  n += n / 23;
  return n;
}
int middling_2(int n) {
  n += n / 1;
  n += n / 2;
  n += n / 3;
  n += n / 4;
  n += n / 5;
  n += n / 6;
  n += n / 7;
  n += n / 8;
  n += n / 9;
  n += n / 10;
  n += n / 11;
  n += n / 12;
  n += n / 13;
  n += n / 14;
  n += n / 15;
  n += n / 16;
  n += n / 17;
  n += n / 18;
  n += n / 19;
  n += n / 20;
  n += n / 21;
  n += n / 22;
  n += n / 23;
  return n;
}
