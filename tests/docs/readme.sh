#!/usr/bin/env bash
# Fails when a page and what it shows differ.
# In: the page, the root of the sources, a file of C++ or the folder of the programs, a folder to work in.
#   readme.sh code PAGE ROOT FILE            the page's C++ example is that file, word for word
#   readme.sh console PAGE ROOT PROGRAMS WORK  the commands after `$` run over the samples; where the page
#                                            shows what they print, they print it
set -euo pipefail
what=$1 page=$2 root=$3 place=$4 work=${5:-}

# The lines of the page's blocks of a language.
blocks() { awk -v open="\`\`\`$1" '$0 == open { in_block = 1; next } /^```/ { in_block = 0 } in_block' "$page"; }

code() {
  [[ -n $(blocks cpp) ]] || { echo "there is no C++ in $page"; exit 1; }
  diff <(blocks cpp) "$place" || { echo "the C++ of $page is not $place"; exit 1; }
}

# run_command <command> <shown output>
run_command() {
  local command=${1//build\/release\/examples\//$place/} said
  said=$(cd "$work" && bash -c "$command" 2>&1) || { echo "$said"; echo "this fails: $1"; exit 1; }
  [[ -n $said ]] || { echo "this prints nothing: $1"; exit 1; }
  [[ -z $2 || $2 == "$said" ]] || { diff <(echo "$2") <(echo "$said") || true; echo "this prints something else: $1"; exit 1; }
}

console() {
  rm -rf "$work"
  mkdir -p "$work/indexes/news/built"
  "$place/index_articles" "$work/indexes/news/built/news.index" "$root/indexes/news/articles" >/dev/null
  local command='' shown='' count=0 line
  while IFS= read -r line; do
    if [[ $line == '$ '* ]]; then
      [[ -z $command ]] || run_command "$command" "$shown"
      command=${line#'$ '} shown='' count=$((count + 1))
    else
      shown+=${shown:+$'\n'}$line
    fi
  done < <(blocks console)
  [[ $count -gt 0 ]] || { echo "there is no command in $page"; exit 1; }
  run_command "$command" "$shown"
}
"$what"
