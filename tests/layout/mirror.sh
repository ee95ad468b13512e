#!/usr/bin/env bash
# Fails when lib/ and tests/ do not mirror each other, or CMake does not list a file.
# In: the root of the tree.  Out: one line for each violation.
# A source's test is tests/<folder>/<file>_test.cpp, or the one its "Tested by" line names.
set -euo pipefail
shopt -s nullglob
cd "$1"
violations=0
complain() { echo "$1"; violations=$((violations + 1)); }

for source in lib/*/*.cpp lib/*/*.hpp lib/include/dateline/*.hpp; do
  tested=$(grep -m1 -oE 'Tested by tests/[^ ,]*[^ ,.]' "$source" || true)
  [[ -n $tested ]] || { complain "$source does not say by which test it is tested"; continue; }
  compgen -G "${tested#Tested by }" >/dev/null || complain "$source names ${tested#Tested by }, which is not there"
done
for test in tests/*/*_test.cpp; do
  name=${test#tests/}
  name=${name%_test.cpp}
  [[ -d lib/${name%/*} ]] || continue  # a folder of whole programs
  compgen -G "lib/$name.[ch]pp" >/dev/null || [[ -f lib/include/dateline/${name#*/}.hpp ]] ||
    complain "$test tests no file of lib"
done
for source in lib/*/*.cpp; do
  grep -qF "  ${source#lib/}" lib/CMakeLists.txt || complain "$source is not in lib/CMakeLists.txt"
done
for header in lib/include/dateline/*.hpp; do
  grep -qF "  ${header#lib/}" lib/CMakeLists.txt || complain "$header is not in lib/CMakeLists.txt"
done
for test in tests/*/*_test.cpp; do
  folder=${test#tests/}
  sed -n "/^dateline_test(${folder%/*}\$/,/)/p" tests/CMakeLists.txt | grep -E "^  ${test##*/}\)?$" >/dev/null ||
    complain "$test is not in tests/CMakeLists.txt"
done
[[ $violations -eq 0 ]] || exit 1
