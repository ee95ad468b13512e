#!/usr/bin/env bash
# Fails when a page and what it shows differ.
# In: the page, the root of the sources, a file of C++ or the folder of the programs, a folder to work in.
#   readme.sh code PAGE ROOT FILE            the page's C++ example is that file, word for word
#   readme.sh console PAGE ROOT PROGRAMS WORK  the commands after `$` run over the samples; where the page
#                                            shows what they print, they print it
#   readme.sh renew PAGE ROOT PROGRAMS WORK  prints the page with what all of its commands print now
set -euo pipefail
what=$1 page=$2 root=$3 place=$4 work=${5:-}

# Times differ from run to run.
without_times() { sed -E 's/[0-9.]+ ms$/… ms/'; }

# The lines of the page's blocks of a language.
blocks() { awk -v open="\`\`\`$1" '$0 == open { in_block = 1; next } /^```/ { in_block = 0 } in_block' "$page"; }

code() {
  [[ -n $(blocks cpp) ]] || { echo "there is no C++ in $page"; exit 1; }
  diff <(blocks cpp) "$place" || { echo "the C++ of $page is not $place"; exit 1; }
}

# run_command <command>: what it prints, on both streams.
run_command() {
  local command=${1//build\/release\/examples\//$place/}
  (cd "$work" && PATH=$place:$PATH bash -c "$command" 2>&1)
}

# compare <command> <shown output>
compare() {
  local said shown
  said=$(run_command "$1") || { echo "$said"; echo "this fails: $1"; exit 1; }
  [[ -n $said ]] || { echo "this prints nothing: $1"; exit 1; }
  said=$(without_times <<<"$said") shown=$(without_times <<<"$2")
  [[ -z $2 || $shown == "$said" ]] || { diff <(echo "$shown") <(echo "$said") || true; echo "this prints something else: $1"; exit 1; }
}

index_samples() {
  rm -rf "$work"
  mkdir -p "$work/indexes/news/built"
  "$place/index_articles" "$work/indexes/news/built/news.index" "$root/indexes/news/articles" >/dev/null
  ln -s indexes/news/built/news.index "$work"
}

console() {
  index_samples
  local command='' shown='' count=0 line
  while IFS= read -r line; do
    if [[ $line == '$ '* ]]; then
      [[ -z $command ]] || compare "$command" "$shown"
      command=${line#'$ '} shown='' count=$((count + 1))
    else
      shown+=${shown:+$'\n'}$line
    fi
  done < <(blocks console)
  [[ $count -gt 0 ]] || { echo "there is no command in $page"; exit 1; }
  compare "$command" "$shown"
}

renew() {
  index_samples
  local inside=false line
  while IFS= read -r line; do
    [[ $line == '```'* ]] && inside=false
    $inside && [[ $line != '$ '* ]] && continue
    printf '%s\n' "$line"
    [[ $line == '```console' ]] && inside=true
    if $inside && [[ $line == '$ '* ]]; then run_command "${line#'$ '}"; fi
  done <"$page"
}
"$what"
