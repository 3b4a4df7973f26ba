# Sourced by run: times reading a slow query log, ours and the peers' in turn.
# Peers: mysqldumpslow (apt-get install mariadb-client) and pt-query-digest (apt-get install
# percona-toolkit). One that is missing is passed over.
# shellcheck shell=bash disable=SC2154

slow_log_size=${size:-200}
# pt-query-digest takes some ten seconds for 20 MB, minutes for 200, so it gets no more unless a size was asked for.
# Too low: starting Perl counts. Too high: nobody waits for it.
digest_size=${size:-20}

# write_slow_log SIZE: writes the log unless it is there; its entries and commands are in NAME.count.
write_slow_log() {
  local file=$work/slow-$1.log class
  for class in SlowLog SlowLogHeader SqlStatements; do
    [[ ! $here/target/classes/io/tierlens/benchmarks/$class.class -nt $file ]] || rm -f "$file"
  done
  if [[ ! -f $file || ! -f $file.count ]]; then
    say "writing $file"
    "$java" -cp "$classes" io.tierlens.benchmarks.SlowLog "$file" "$1" >"$file.count"
  fi
}

# same NAME COUNT EXPECTED: fails if a program has seen another number of entries.
same() {
  [[ $2 == "$3" ]] || fail "$1 sees $2 entries, and the log has $3"
}

bytes_of() { wc -c <"$1" | tr -d ' '; }

write_slow_log "$slow_log_size"
write_slow_log "$digest_size"
slow_log=$work/slow-$slow_log_size.log
digest_log=$work/slow-$digest_size.log
read -r entries commands <"$slow_log.count"
read -r digest_entries _ <"$digest_log.count"

# read_slow_log COLUMNS PASSES [JAVA_OPTION]
read_slow_log() {
  "$java" -XX:+UseSerialGC "${@:3}" -cp "$classes" io.tierlens.benchmarks.SlowLogReading \
    "$slow_log" "$1" "$2"
}

# cold NAME COLUMNS: one pass in a process of its own, which ends before Java's slower compiler would
# pay: on 180 MB that one alone takes longer than the reading.
cold() {
  measure "$1" read_slow_log "$2" 1 -XX:TieredStopAtLevel=1
  same "$1" "$(cut -f 4 "$work/$1.out")" "$entries"
}

# warm NAME COLUMNS: later passes of one process.
warm() {
  read_slow_log "$2" $((rounds + 5)) >"$work/$1.out"
  while read -r pass cpu wall seen _; do
    same "$1, pass $pass" "$seen" "$entries"
    say "$1, pass $pass: $cpu CPU seconds, $wall of the wall"
    ((pass == 1)) || echo "$1 $cpu $wall" >>"$times"
  done <"$work/$1.out"
}

dumpslow_is_here=true
command -v mysqldumpslow >/dev/null || {
  dumpslow_is_here=false
  say "mysqldumpslow is passed over; to compare with it: apt-get install mariadb-client"
}

dumpslow() {
  measure dumpslow mysqldumpslow "$slow_log"
  # It counts each administrator command twice: once as the end of the entry before it.
  same mysqldumpslow "$(awk '/^Count: / { sum += $2 } END { print sum }' "$work/dumpslow.out")" \
    $((entries + commands))
}

digest_is_here=true
command -v pt-query-digest >/dev/null || {
  digest_is_here=false
  say "pt-query-digest is passed over; to compare with it: apt-get install percona-toolkit"
}

digest() {
  measure digest pt-query-digest --no-version-check --output json "$digest_log"
  same pt-query-digest "$(perl -MJSON::PP -0777 -ne 'print decode_json($_)->{global}{query_count}' \
    "$work/digest.out")" "$digest_entries"
}

# The command is not in every version.
queries_is_here=true
! "$home/bin/tierlens" --help 2>&1 | grep -q "^ *queries .*not there yet" || {
  queries_is_here=false
  say "tierlens queries is passed over: this version has no such command"
}

queries() {
  measure queries "$home/bin/tierlens" queries "$slow_log"
}

for ((round = 1; round <= rounds; round++)); do
  say "round $round of $rounds, $(bytes_of "$slow_log") bytes, $entries entries"
  cold all all
  cold header header
  ! $queries_is_here || queries
  ! $dumpslow_is_here || dumpslow
  ! $digest_is_here || digest
done
warm warm-all all
warm warm-header header
warm warm-first first-pass

package() { dpkg-query -W -f '${Version}' "$1" 2>/dev/null || true; }

slow_log_results() {
  echo "Printed by \`jobs/benchmarks/run --slow-log\` on $(getconf _NPROCESSORS_ONLN) cores with Java" \
    "$(version "$java" -version | awk '{ print $3 }'). Slow query log: $(bytes_of "$slow_log")" \
    "bytes, $entries entries. pt-query-digest reads $(bytes_of "$digest_log") bytes of it," \
    "$digest_entries entries. CPU seconds are user and system time of the whole process; of $rounds" \
    "rounds the least counts."
  $queries_is_here || echo "This version has no \`tierlens queries\`."
  echo
  echo "| what | CPU s | wall s | MB per CPU s | mysqldumpslow takes so many times the CPU time" \
    "| pt-query-digest |"
  echo "|---|---:|---:|---:|---:|---:|"
  awk -v all="$(bytes_of "$slow_log")" -v slice="$(bytes_of "$digest_log")" \
    -v dumpslow="$(package mariadb-client)" -v digest="$(package percona-toolkit)" '
    !($1 in cpu) || $2 < cpu[$1] { cpu[$1] = $2; wall[$1] = $3 }
    function speed(name) { return (name == "digest" ? slice : all) / 1e6 / cpu[name] }
    function ratio(name, peer) {
      return peer in cpu ? sprintf(" %.1f |", speed(name) / speed(peer)) : " |"
    }
    END {
      label["warm-all"] = "all columns with fingerprints, warm: a later pass in one process"
      label["all"] = "the same, cold: the whole process, quick compiler alone"
      label["warm-header"] = "without statement, fingerprint and tags, warm"
      label["header"] = "the same, cold"
      label["warm-first"] = "the first pass: cuts, and what stamps mean, warm"
      label["queries"] = "`bin/tierlens queries`, cold: its digest"
      label["dumpslow"] = "mysqldumpslow of mariadb-client " dumpslow ": its report"
      label["digest"] = "pt-query-digest of percona-toolkit " digest ": its report as JSON"
      count = split("warm-all all warm-header header warm-first queries dumpslow digest", order, " ")
      for (i = 1; i <= count; i++) {
        name = order[i]
        if (!(name in cpu)) continue
        printf "| %s | %.2f | %.2f | %.1f |", label[name], cpu[name], wall[name], speed(name)
        print (i <= 6) ? ratio(name, "dumpslow") ratio(name, "digest") : " | |"
      }
    }' "$times"
}
slow_log_results >"$work/results.md"
