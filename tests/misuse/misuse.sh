#!/usr/bin/env bash
# Compiles a file twice: as it stands it has to compile, with -DWRONG it has to fail with the message
# that its line "// Message: ..." names (an extended regular expression).
# In: the compiler, the folder of the public headers, the file.
set -euo pipefail
compiler=$1 headers=$2 file=$3
compile() { LC_ALL=C "$compiler" -std=c++20 -fsyntax-only -I "$headers" "$@" "$file" 2>&1; }

message=$(sed -n 's|^// Message: ||p' "$file")
[[ -n $message ]] || { echo "$file names no message"; exit 1; }
said=$(compile) || { echo "$said"; echo "$file does not compile without -DWRONG"; exit 1; }
if said=$(compile -DWRONG); then
  echo "$file compiles with -DWRONG"
  exit 1
fi
grep -qE -- "$message" <<<"$said" || { echo "$said"; echo "$file fails with another message"; exit 1; }
