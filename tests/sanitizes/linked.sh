#!/usr/bin/env bash
# Fails when a test program lacks a symbol of a sanitizer's runtime.  In: the symbol, their folder.
set -euo pipefail
count=0
status=0
for program in "$2"/*_test; do
  count=$((count + 1))
  nm "$program" | grep " $1" >/dev/null || { echo "$1 is not in $program"; status=1; }
done
[[ $count -gt 0 ]] || { echo "there is no test program in $2"; exit 1; }
exit $status
