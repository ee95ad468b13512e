#!/usr/bin/env bash
# Fails when the shared library shows anything that is not Dateline's, or when our objects use what a
# library must not: output, the end of the process, the environment.
# In: files, shared libraries (.so) and objects (.o).  Out: one line for each violation.
set -euo pipefail
forbidden='std::(cout|cerr|clog)|v?f?printf|__v?f?printf_chk|puts|putchar|fputs|perror|abort|_?exit|quick_exit|(secure_)?getenv|setlocale|system'
violations=0
objects=()
for file in "$@"; do
  [[ $file == *.so ]] || { objects+=("$file"); continue; }
  shown=$(nm -DC --defined-only "$file" | cut -d' ' -f3-)
  grep -q '^dateline::' <<<"$shown" || { echo "$file shows nothing of dateline"; exit 1; }
  foreign=$(grep -vE '^((typeinfo|typeinfo name|vtable) for )?dateline(::|_)' <<<"$shown" || true)
  [[ -z $foreign ]] || { echo "$file shows: $foreign"; violations=1; }
done
[[ ${#objects[@]} -eq 0 ]] && exit $violations
used=$(nm -uCA "${objects[@]}" | grep -E " U ($forbidden)(@.*)?\$" || true)
[[ -z $used ]] || { echo "not for a library: $used"; violations=1; }
exit $violations
