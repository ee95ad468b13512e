#!/usr/bin/env bash
# Fails when a page names a path that does not exist.
# In: the root of the tree.  Out: one line for each violation.
# Paths are what stands in `...` or in [...](...) and begins with a folder of the root, or is a link.
set -euo pipefail
cd "$1"
violations=0
complain() { echo "$1"; violations=$((violations + 1)); }

pages=$(find . -name '*.md' -not -path './build/*' -not -path '*/built/*' -not -path './tests/layout/planted/*' | sort)
[[ -n $pages ]] || { echo "there is no page"; exit 1; }
for page in $pages; do
  while read -r link; do
    [[ $link == *://* || $link == '#'* ]] && continue
    [[ -e $(dirname "$page")/${link%%#*} ]] || complain "${page#./} links to $link, which is not there"
  done < <(grep -oE '\]\([^) ]+\)' "$page" | sed -E 's/^\]\(|\)$//g')
  while read -r path; do
    compgen -G "$path" >/dev/null || complain "${page#./} names $path, which is not there"
  done < <(grep -oE '`(\./)?(bench|examples|indexes|lib|tests)/[A-Za-z0-9_./*-]*' "$page" |
    sed -E 's/^`(\.\/)?//' | grep -v '/built/' || true)
done
[[ $violations -eq 0 ]] || exit 1
