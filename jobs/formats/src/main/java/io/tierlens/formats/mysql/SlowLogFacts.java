package io.tierlens.formats.mysql;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.record.Observations;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers what one pass tells of the file as a whole. */
final class SlowLogFacts {

  private static final Pattern VERSION = Pattern.compile(", Version: (\\S+)");
  private static final byte[] SET = Ascii.bytes("set ");
  private static final int LONGEST_SET_BYTES = 1000;
  private static final int MOST_THRESHOLDS = 10;
  private static final Pattern THRESHOLD =
      Pattern.compile(
          "(?i)(?:(global|persist|session|local)[ .])?\\s*long_query_time`?\\s*:?=\\s*([0-9.]+)");
  private static final Pattern PORT =
      Pattern.compile("(?i)tcp port: *(\\d*),? *(?:Unix socket|Named Pipe): *(.*)");

  private final Set<String> versions = new LinkedHashSet<>();
  private String port;
  private String socket;
  private long entries;
  private long wholeSeconds;
  private long openLiterals;
  private final Set<String> thresholds = new LinkedHashSet<>();
  private long entriesInLiterals;
  private long smallestQueryTime = Long.MAX_VALUE;
  private long rateLimit;

  /** Takes a line of a banner. */
  void banner(byte[] text, int from, int to) {
    String line = new String(text, from, to - from, ISO_8859_1);
    Matcher version = VERSION.matcher(line);
    if (version.find()) {
      versions.add(version.group(1));
    }
    Matcher listener = PORT.matcher(line);
    if (listener.find()) {
      port = listener.group(1);
      socket = listener.group(2).strip();
    }
  }

  void entry(Header header) {
    entries++;
    wholeSeconds += header.wholeSeconds ? 1 : 0;
    smallestQueryTime = Math.min(smallestQueryTime, header.queryTime);
    rateLimit = Math.max(rateLimit, header.rateLimit);
  }

  /** Takes a statement, which may set the threshold of the log. */
  void statement(byte[] sql, int from, int to) {
    if (to - from > LONGEST_SET_BYTES
        || thresholds.size() == MOST_THRESHOLDS
        || !Ascii.startsWithIgnoringCase(sql, from, to, SET)) {
      return;
    }
    Matcher threshold = THRESHOLD.matcher(new String(sql, from, to - from, ISO_8859_1));
    while (threshold.find()) {
      String scope = threshold.group(1) == null ? "session" : threshold.group(1);
      thresholds.add(threshold.group(2) + " s (" + scope.toLowerCase(Locale.ROOT) + ")");
    }
  }

  /** A statement ended inside a literal: it was cut, or the server refused it. */
  void openLiteral() {
    openLiterals++;
  }

  /** What looks like an entry was taken for the text of a literal. */
  void entryInLiteral() {
    entriesInLiterals++;
  }

  Observations observations(EntryClock clock) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("entries", Long.toString(entries));
    facts.put("entries without own time", Long.toString(clock.entriesWithoutOwnTime()));
    if (!versions.isEmpty()) {
      facts.put("server version", String.join(", ", versions));
    }
    if (port != null) {
      facts.put("port", port);
      facts.put("socket", socket);
    }
    if (entries > 0) {
      facts.put(
          "smallest query time",
          "%d.%06d s".formatted(smallestQueryTime / 1_000_000, smallestQueryTime % 1_000_000));
    }
    if (!thresholds.isEmpty()) {
      facts.put("long_query_time set by statements", String.join(", ", thresholds));
    }
    putIfAny(facts, "entries with times in whole seconds", wholeSeconds);
    putIfAny(facts, "entries with a clock set by the session", clock.disbelieved());
    putIfAny(facts, "statements that end inside a literal", openLiterals);
    putIfAny(facts, "statements with an entry inside a literal", entriesInLiterals);
    if (rateLimit > 1) {
      facts.put("sampling", "one of " + rateLimit + " was logged");
    }
    String zone = clock.zoneEvidence().toString();
    if (!zone.isEmpty()) {
      facts.put("zone offset", zone);
    }
    putIfAny(facts, "entries that contradict the stated time zone", clock.againstStatedZone());
    if (clock.order().any()) {
      facts.put("order of entries", clock.order().toString());
    }
    Optional<TimeBasis> verdict = clock.order().verdict();
    if (verdict.isEmpty() && clock.order().any()) {
      verdict = KnownServers.timeBasis(versions);
      verdict.ifPresent(
          basis -> facts.put("time basis", basis.word + ", as this version of the server stamps"));
    }
    Map<String, String> learned = new TreeMap<>();
    verdict.ifPresent(basis -> learned.put(ReadOptions.TIME_BASIS, basis.word));
    clock
        .offsetsLearned()
        .ifPresent(offsets -> learned.put(ReadOptions.CLOCK_OFFSETS, offsets.toString()));
    return new Observations(facts, learned);
  }

  private static void putIfAny(Map<String, String> facts, String name, long count) {
    if (count > 0) {
      facts.put(name, Long.toString(count));
    }
  }
}
