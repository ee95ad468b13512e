#!/usr/bin/env bash
# Fails when lib/ and tests/ do not mirror each other, or CMake does not list a file.
# In: the root of the tree.  Out: one line for each violation.
# A source's test is tests/<folder>/<file>_test.cpp, or the one its "Tested by" line names.
set -euo pipefail
shopt -s nullglob
cd "$1"
violations=0
complain() { echo "$1"; violations=$((violations + 1)); }

declare -A tested
while IFS=: read -r source line; do tested[$source]=${line#Tested by }; done < <(
  grep -HoE 'Tested by tests/[^ ,]*[^ ,.]' lib/*/*.cpp lib/*/*.hpp lib/include/dateline/*.hpp | sort -u -t: -k1,1)
for source in lib/*/*.cpp lib/*/*.hpp lib/include/dateline/*.hpp; do
  test=${tested[$source]-}
  [[ -n $test ]] || { complain "$source does not say by which test it is tested"; continue; }
  compgen -G "$test" >/dev/null || complain "$source names $test, which is not there"
done
for test in tests/*/*_test.cpp; do
  name=${test#tests/}
  name=${name%_test.cpp}
  [[ -d lib/${name%/*} ]] || continue  # a folder of whole programs
  compgen -G "lib/$name.[ch]pp" >/dev/null || [[ -f lib/include/dateline/${name#*/}.hpp ]] ||
    complain "$test tests no file of lib"
done
listed=$(<lib/CMakeLists.txt)
for source in lib/*/*.cpp lib/include/dateline/*.hpp; do
  [[ $listed == *"  ${source#lib/}"* ]] || complain "$source is not in lib/CMakeLists.txt"
done
listed=$(awk '/^dateline_test\(/ {folder = substr($1, 15)} /_test\.cpp/ {sub(/\)/, ""); print folder "/" $1}' tests/CMakeLists.txt)
for test in tests/*/*_test.cpp; do
  [[ $'\n'$listed$'\n' == *$'\n'"${test#tests/}"$'\n'* ]] || complain "$test is not in tests/CMakeLists.txt"
done
[[ $violations -eq 0 ]] || exit 1
