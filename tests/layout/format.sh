#!/usr/bin/env bash
# Fails when a source is not laid out as .clang-format says.
# In: a folder, below which all C++ sources but planted ones are looked at.  Out: the places.
set -euo pipefail
cd "$1"
find . \( -name build -o -path './*/planted' -o -name '.?*' \) -prune -o \
  \( -name '*.cpp' -o -name '*.hpp' \) -print0 | xargs -0 clang-format --dry-run -Werror
