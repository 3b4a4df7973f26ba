# Sourced by run: times the tying of queries to requests, on simulated runs, beside time joins as a
# database would make them. All of it on one core.
# shellcheck shell=bash disable=SC2154

say "tying queries, $rounds rounds; the longest runs take minutes"
"$java" -XX:+UseSerialGC -XX:ActiveProcessorCount=1 -Xmx2g \
  -cp "$classes:$home/jobs/attribution/target/test-classes" \
  io.tierlens.benchmarks.MatchingSpeed "$rounds" ${size:-5000 20000 80000} >"$work/matching.out"
{
  echo "Printed by \`jobs/benchmarks/run --matching\` on one of $(getconf _NPROCESSORS_ONLN) cores with Java" \
    "$(version "$java" -version | awk '{ print $3 }'). Simulated runs of 8 clients with stamps in" \
    "microseconds. CPU seconds are user and system time, garbage collection and compiling and all, after a pass to warm up; of" \
    "$rounds rounds the least counts."
  echo
  cat "$work/matching.out"
} >"$work/results.md"
