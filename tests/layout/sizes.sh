#!/usr/bin/env bash
# Fails when functions or files of lib/ grow too long.
# In: a folder.  Out: what is too long; then the figures.
# Bounds: median of functions 6 lines, 90 % under 25, none over 60; a file of more than 300 lines
# says why in its first lines: "Long because ...".
set -euo pipefail
cd "$1"
ctags -R --languages=C++ --langmap=C++:.cpp.hpp --kinds-C++=f --fields=+ne -f - . | awk '
  BEGIN { FS = "\t" }
  {
    for (i = 4; i <= NF; ++i) {
      if ($i ~ /^line:/) begin = substr($i, 6)
      if ($i ~ /^end:/) end = substr($i, 5)
    }
    lines = end - begin + 1
    print lines, $2, $1
  }' | sort -n | awk '
  { lines[NR] = $1; if ($1 > 60) { print $2 ": " $3 " has " $1 " lines"; bad = 1 } }
  END {
    if (NR == 0) { print "there is no function"; exit 1 }
    median = lines[int((NR + 1) / 2)]
    most = lines[int((NR * 9 + 9) / 10)]
    if (median > 6) { print "the median function has " median " lines"; bad = 1 }
    if (most > 25) { print "90 % of the functions are under " most " lines, not under 25"; bad = 1 }
    print NR " functions, median " median ", 90 % under " most ", longest " lines[NR]
    exit bad
  }' || status=1
while read -r lines file; do
  [[ $file == total || $lines -le 300 ]] || head -n 12 "$file" | grep 'Long because' >/dev/null ||
    { echo "$file has more than 300 lines and does not say why"; status=1; }
done < <(find . \( -name '*.cpp' -o -name '*.hpp' \) -exec wc -l {} +)
exit "${status:-0}"
