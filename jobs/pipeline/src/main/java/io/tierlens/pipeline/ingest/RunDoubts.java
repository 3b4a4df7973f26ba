package io.tierlens.pipeline.ingest;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.sar.SarText;
import io.tierlens.formats.sysstat.RecordingFacts;
import io.tierlens.pipeline.run.InputFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a person should know or decide before the figures of a run are believed. */
public final class RunDoubts {

  /** Tables of samples, which mean something only beside requests. */
  private static final Set<String> SAMPLES = Set.of("cpu_sample", "domain_sample");

  /** Kinds that have a row for each page, and none without a request. */
  private static final Set<String> PAGE_KINDS =
      Set.of("app-timing", "interchange-bench", "interchange-usertrack");

  /** Too few, and the first and last page tell nothing of the others. */
  private static final long FEWEST_PAGES = 10;

  /** Too low: the time that a page itself takes. Too high: the clocks of a neglected machine. */
  private static final long CLEAR_SKEW_US = 10_000_000;

  private static final long HOUR_US = 3_600_000_000L;

  /** No two zones are further apart. */
  private static final int MOST_HOURS = 26;

  private RunDoubts() {}

  /** Sentences, one a doubt, in the order of the files. */
  public static List<String> of(List<SurveyedFile> files) {
    List<String> doubts = new ArrayList<>();
    TimeSpan requests = null;
    for (SurveyedFile file : files) {
      if (file.survey() != null && file.survey().rows().containsKey("access")) {
        TimeSpan span = TimeSpan.of(file);
        requests = requests == null ? span : requests.plus(span);
      }
    }
    for (SurveyedFile file : files) {
      if (file.survey() == null) {
        continue;
      }
      addAssumptions(doubts, file);
      addMachines(doubts, file);
      addClockChanges(doubts, file);
      if (requests != null && !file.survey().rows().containsKey("access")) {
        addMissed(doubts, file, requests);
        addSkew(doubts, file, requests);
      }
    }
    return doubts;
  }

  private static void addAssumptions(List<String> doubts, SurveyedFile file) {
    Map<String, String> assumed = file.survey().text().assumed();
    if (assumed.containsKey(ReadOptions.DATE_ORDER)) {
      doubts.add(
          file.file().name()
              + ": day and month of its date can be read both ways, and no other log tells which: "
              + file.survey().text().facts().get(SarText.DATE_ORDER_FACT)
              + "; say date-order: mdy or dmy in run.yaml");
    }
  }

  private static void addClockChanges(List<String> doubts, SurveyedFile file) {
    String changes = file.survey().text().facts().get(SarText.HOUR_BACK_FACT);
    if (changes != null) {
      doubts.add(
          file.file().name()
              + ": its clock was put back by an hour where time-zone "
              + file.file().readOptions().timeZone()
              + " has no such change, so an hour stands twice: is the zone right?");
    }
  }

  private static void addMachines(List<String> doubts, SurveyedFile file) {
    String names = file.survey().text().facts().get(RecordingFacts.HOST_NAME);
    if (names == null || !names.contains("; ")) {
      return;
    }
    InputFile input = file.file();
    List<String> strangers =
        Arrays.stream(names.split("; ")).filter(name -> !input.isNamed(name)).toList();
    if (input.namedHosts().isEmpty()) {
      doubts.add(
          input.name()
              + " is of several machines ("
              + names
              + "), and all of it is taken for that of "
              + input.host()
              + "; if they are not one, give run.yaml a host for each and this log none");
    } else if (!strangers.isEmpty()) {
      doubts.add(
          input.name()
              + " is of several machines, and no host of the run is named "
              + String.join(" or ", strangers)
              + ": what they say is taken for that of "
              + input.host());
    }
  }

  private static void addMissed(List<String> doubts, SurveyedFile file, TimeSpan requests) {
    TimeSpan span = TimeSpan.of(file);
    if (span == null || span.meets(requests)) {
      return;
    }
    boolean samples = file.survey().rows().keySet().stream().anyMatch(SAMPLES::contains);
    doubts.add(
        file.file().name()
            + (samples ? ": none of its samples" : ": none of its entries")
            + " is of a time at which there are requests"
            + shiftThatWouldDo(span, requests));
  }

  /** Pages that begin and end with the requests, but all of them too early or too late. */
  private static void addSkew(List<String> doubts, SurveyedFile file, TimeSpan requests) {
    TimeSpan span = TimeSpan.of(file);
    if (span == null
        || !span.meets(requests)
        || !PAGE_KINDS.contains(file.file().kind())
        || file.survey().rows().getOrDefault("app_event", 0L) < FEWEST_PAGES) {
      return;
    }
    long first = span.firstUs() - requests.firstUs();
    long last = span.lastUs() - requests.lastUs();
    long least = Math.min(Math.abs(first), Math.abs(last));
    if (least > CLEAR_SKEW_US
        && Long.signum(first) == Long.signum(last)
        && Math.abs(first - last) < CLEAR_SKEW_US / 2) {
      doubts.add(
          file.file().name()
              + ": begins and ends about "
              + least / 1_000_000
              + " s "
              + (first < 0 ? "before" : "after")
              + " the requests: do the clocks of its machine and of the web server differ?");
    }
  }

  /** A wrong zone moves all times by the same whole hours, or by halves and quarters of one. */
  private static String shiftThatWouldDo(TimeSpan span, TimeSpan requests) {
    for (int quarters = 1; quarters <= MOST_HOURS * 4; quarters++) {
      for (int sign : new int[] {1, -1}) {
        if (span.movedBy(sign * (quarters * HOUR_US / 4)).meets(requests)) {
          return "; if they were "
              + hours(quarters)
              + " h "
              + (sign > 0 ? "later" : "earlier")
              + " they would be: is its time-zone right?";
        }
      }
    }
    return "";
  }

  private static String hours(int quarters) {
    return quarters % 4 == 0 ? Integer.toString(quarters / 4) : Double.toString(quarters / 4.0);
  }
}
