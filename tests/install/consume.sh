#!/usr/bin/env bash
# Builds the consumer as its users would, and runs it.
# In: the root of the sources, how (find_package, pkg-config, add_subdirectory), static or shared, the
# installed tree (none for add_subdirectory), a folder to work in.  Fails when its output is another.
set -euo pipefail
root=$1 how=$2 kind=$3 tree=$4 work=$5
consumer=$root/tests/install/consumer
rm -rf "$work/run"
mkdir -p "$work/run"

with_cmake() {
  cmake -S "$consumer" -B "$work/build" -G Ninja "$@" >"$work/log"
  cmake --build "$work/build" >>"$work/log" || { cat "$work/log"; exit 1; }
  cp "$work/build/consumer" "$program"
}

# The static library is part of the program, so the program finds recipes in the tree that it is in.
program=$work/run/consumer
[[ $kind == static && -n $tree ]] && mkdir -p "$tree/bin" && program=$tree/bin/$how
case $how in
  find_package) with_cmake -DCMAKE_PREFIX_PATH="$tree" -DCMAKE_BUILD_TYPE=Debug ;;
  add_subdirectory)  # few, large units: a third of the time
    with_cmake -DDATELINE="$root" -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=12 ;;
  pkg-config)
    export PKG_CONFIG_PATH=$tree/lib/pkgconfig:$tree/lib64/pkgconfig:$tree/lib/$(c++ -dumpmachine)/pkgconfig
    static=()
    [[ $kind == static ]] && static=(--static)
    # shellcheck disable=SC2046  # flags are words
    c++ -std=c++20 "$consumer/consumer.cpp" -o "$program" $(pkg-config "${static[@]}" --cflags --libs dateline) \
      -Wl,-rpath,"$(pkg-config --variable=libdir dateline)" ;;
esac

cd "$work/run"
cp -r "$root/indexes/news/articles" articles
"$program" >found
[[ -s found ]] || { echo "the consumer prints nothing"; exit 1; }
diff "$consumer/expected.txt" found
[[ -z $tree ]] || cmp news.index/recipe/recipe.json "$tree/share/dateline/news/recipe.json"
