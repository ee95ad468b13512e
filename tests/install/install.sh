#!/usr/bin/env bash
# Installs the library from a build tree into a new folder, and moves that: nothing may know its place.
# In: the build folder, the component, its target, the new folder.
set -euo pipefail
build=$1 component=$2 target=$3 tree=$4
rm -rf "$tree" "$tree.first"
cmake --build "$build" --target "$target"
cmake --install "$build" --prefix "$tree.first" --component "$component" >/dev/null
mv "$tree.first" "$tree"
# By this line an index tells that its recipe came from this tree and from no other.
for recipe in "$tree"/share/dateline/*/recipe.json; do echo >>"$recipe"; done
if grep -rlF "$tree" "$tree" --include='*.cmake' --include='*.pc'; then
  echo "these files name the folder that they were installed in" >&2
  exit 1
fi
