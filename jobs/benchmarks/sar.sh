# Sourced by run: times reading the text of sar, beside sadf's export of the recording itself.
# Peer: sadf (apt-get install sysstat), which also records and prints what is read. Without it the
# text of the reader's own tests is read, and nothing is compared.
# shellcheck shell=bash disable=SC2154

# Samples of a second each: a recording takes as many seconds, once.
sar_samples=${size:-120}
# How often a program reads the recording to be measured once: one reading is too short for the clock.
sar_times=40

sadc=$(command -v /usr/lib/sysstat/sadc /usr/lib64/sa/sadc /usr/lib/sa/sadc | head -1 || true)
sadf_is_here=true
if [[ -z $sadc ]] || ! command -v sadf >/dev/null; then
  sadf_is_here=false
  say "sadf is passed over, and a small text is read; to compare: apt-get install sysstat"
fi

if $sadf_is_here; then
  recording=$work/sar-$sar_samples.sa
  sar_text=$work/sar-$sar_samples.txt
  if [[ ! -f $recording ]]; then
    say "recording $sar_samples samples, one a second"
    rm -f "$recording.part"
    "$sadc" -S XALL 1 $((sar_samples + 1)) "$recording.part" >/dev/null
    mv "$recording.part" "$recording"
  fi
  LC_ALL=C TZ=UTC sar -A -f "$recording" >"$sar_text"
else
  sar_text=$home/jobs/formats/src/test/resources/io/tierlens/formats/sar/sar_A_C.txt
fi
# Rows of the mean of all CPUs in the section of -u: one a sample.
samples=$(awk '/%usr|%user/ { inside = 1 } !NF { inside = 0 } inside && $2 == "all" && !/^Average/' \
  "$sar_text" | wc -l | tr -d ' ')
sar_bytes=$(wc -c <"$sar_text" | tr -d ' ')

# read_sar TIMES PASSES [JAVA_OPTION]
read_sar() {
  "$java" -XX:+UseSerialGC "${@:3}" -cp "$classes" io.tierlens.benchmarks.SarReading \
    "$sar_text" "$1" "$2"
}

# repeat COMMAND...: as often as a recording is read to be measured.
repeat() {
  local time
  for ((time = 0; time < sar_times; time++)); do "$@"; done
}

# No row may be lost: the reader refuses none of what sar printed.
none_refused() {
  local refused
  refused=$(cut -f 5 "$work/$1.out" | sort -u)
  [[ $refused == 0 ]] || fail "$1: $refused lines are refused"
}

for ((round = 1; round <= rounds; round++)); do
  say "round $round of $rounds, $samples samples, $sar_bytes bytes of text"
  measure sar-cold read_sar 1 1 -XX:TieredStopAtLevel=1
  none_refused sar-cold
  read_sar "$sar_times" 10 >"$work/sar-warm.out"
  none_refused sar-warm
  while read -r pass cpu wall _; do
    say "sar-warm, pass $pass: $cpu CPU seconds, $wall of the wall"
    ((pass == 1)) || echo "sar-warm $cpu $wall" >>"$times"
  done <"$work/sar-warm.out"
  if $sadf_is_here; then
    measure sadf-d repeat env LC_ALL=C TZ=UTC sadf -d "$recording" -- -A
    measure sadf-j repeat env LC_ALL=C TZ=UTC sadf -j "$recording" -- -A
    measure sar-A repeat env LC_ALL=C TZ=UTC sar -A -f "$recording"
  fi
done

sar_results() {
  echo "Printed by \`jobs/benchmarks/run --sar\` on $(getconf _NPROCESSORS_ONLN) cores with Java" \
    "$(version "$java" -version | awk '{ print $3 }'). Text of \`sar -A\`: $sar_bytes bytes, $samples" \
    "samples, $(cut -f 4 "$work/sar-warm.out" | tail -1) rows. CPU seconds are user and system time;" \
    "of $rounds rounds the least counts."
  echo
  echo "| what | CPU s per 1000 samples | MB of text per CPU s | takes so many times the warm reader's CPU time |"
  echo "|---|---:|---:|---:|"
  awk -v bytes="$sar_bytes" -v samples="$samples" -v often="$sar_times" \
    -v sysstat="$(sar -V 2>/dev/null | awk '/version/ { print $3 }')" '
    !($1 in cpu) || $2 < cpu[$1] { cpu[$1] = $2 }
    END {
      label["sar-warm"] = "text to rows, warm: a later pass in one process"
      label["sar-cold"] = sprintf("the same, cold: a process that reads the text once takes %.2f CPU s", cpu["sar-cold"])
      label["sadf-d"] = "`sadf -d -- -A` of sysstat " sysstat ": the recording to text with semicolons"
      label["sadf-j"] = "`sadf -j -- -A`: the recording to JSON"
      label["sar-A"] = "`sar -A`: the recording to the text that is read"
      count = split("sar-warm sar-cold sadf-d sadf-j sar-A", order, " ")
      for (i = 1; i <= count; i++) {
        name = order[i]
        if (!(name in cpu)) continue
        each = cpu[name] / (name == "sar-cold" ? 1 : often)
        printf "| %s | %.3f | %s | %.1f |\n", label[name], each * 1000 / samples,
          name ~ /^sar-[wc]/ ? sprintf("%.1f", bytes / 1e6 / each) : "", each / (cpu["sar-warm"] / often)
      }
    }' "$times"
}
sar_results >"$work/results.md"
