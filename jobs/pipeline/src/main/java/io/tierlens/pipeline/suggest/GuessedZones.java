package io.tierlens.pipeline.suggest;

import io.tierlens.pipeline.ingest.SurveyedFile;
import io.tierlens.pipeline.ingest.TimeSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joda.time.DateTimeZone;

/**
 * The zones of machines. Stamps that carry an offset show it; where none does, local times are
 * moved by whole hours until they cover the requests, and believed if only one move does so.
 */
final class GuessedZones {
  static final String UTC = "UTC";

  private static final long MINUTE_US = 60_000_000L;

  private static final long HOUR_US = 60 * MINUTE_US;

  /** The easternmost and the westernmost zone, in hours from UTC. */
  private static final int EAST = 14;

  private static final int WEST = -12;

  /** Named in comments and, where offsets change, tried first: people live there. */
  private static final List<String> WELL_KNOWN =
      List.of(
          "America/New_York",
          "America/Chicago",
          "America/Denver",
          "America/Los_Angeles",
          "America/Sao_Paulo",
          "Europe/London",
          "Europe/Berlin",
          "Europe/Athens",
          "Europe/Moscow",
          "Asia/Dubai",
          "Asia/Kolkata",
          "Asia/Shanghai",
          "Asia/Tokyo",
          "Australia/Sydney",
          "Pacific/Auckland");

  private final List<StampOffsets.Seen> seen;
  private final TimeSpan requests;
  private final TimeSpan all;

  /**
   * For one run.
   *
   * @param seen all offsets that its logs show
   * @param requests from when to when there are requests; null without any
   * @param all from when to when the logs go whose instants are known; null without any
   */
  GuessedZones(List<StampOffsets.Seen> seen, TimeSpan requests, TimeSpan all) {
    this.seen = List.copyOf(seen);
    this.requests = requests;
    this.all = all;
  }

  /**
   * The zone of a machine.
   *
   * @param own its logs
   * @param local those of them whose stamps are local times, read as UTC
   */
  Told<String> of(Collection<SurveyedFile> own, Collection<SurveyedFile> local) {
    Set<String> names = own.stream().map(log -> log.file().name()).collect(Collectors.toSet());
    List<StampOffsets.Seen> ownSeen =
        seen.stream().filter(offset -> names.contains(offset.file())).toList();
    boolean shows = !ownSeen.isEmpty();
    Told<String> zone =
        shows || !seen.isEmpty() ? shown(shows ? ownSeen : seen, shows, local) : fitting(local);
    return zone.known() ? held(zone, local) : zone;
  }

  /** The zone of a log that does not keep its machine's; null for all others. */
  Told<String> exception(SurveyedFile log, String hostZone) {
    TimeSpan span = TimeSpan.of(log);
    if (span == null || requests == null || hostZone == null || hostZone.equals(UTC)) {
      return null;
    }
    boolean strange = !moved(span, hostZone).meets(requests) && span.meets(requests);
    return strange ? new Told<>(UTC, "only as UTC does it cover the time of the requests") : null;
  }

  private Told<String> shown(
      List<StampOffsets.Seen> offsets, boolean own, Collection<SurveyedFile> local) {
    Set<Integer> minutes = new TreeSet<>();
    offsets.forEach(offset -> minutes.add(offset.minutes()));
    String because =
        "the stamps of "
            + offsets.get(0).file()
            + (own ? "" : ", of another machine,")
            + " are "
            + minutes.stream().map(GuessedZones::text).collect(Collectors.joining(" and "));
    List<String> fit =
        WELL_KNOWN.stream().filter(zone -> fits(DateTimeZone.forID(zone), offsets)).toList();
    if (minutes.size() == 1) {
      return new Told<>(
          name(minutes.iterator().next()),
          because + (fit.isEmpty() ? "" : "; " + fit.get(0) + " kept that time, for one"));
    }
    if (!fit.isEmpty()) {
      return new Told<>(fit.get(0), because + ", as clocks in this zone did then");
    }
    // Two programs of one machine may keep two zones; local times are those of one of them.
    List<Integer> covering =
        minutes.stream()
            .filter(offset -> !local.isEmpty() && allCover(local, offset * MINUTE_US))
            .toList();
    return covering.size() == 1
        ? new Told<>(
            name(covering.get(0)),
            because + ", and only so does " + name(local) + " cover the requests")
        : Told.ask(because + ": the name of the machine's zone, as `timedatectl` says it");
  }

  private static boolean fits(DateTimeZone zone, List<StampOffsets.Seen> offsets) {
    return offsets.stream()
        .allMatch(offset -> zone.getOffset(offset.atUs() / 1000) / 60_000 == offset.minutes());
  }

  /** The only whole hour by which local times cover the requests. */
  private Told<String> fitting(Collection<SurveyedFile> local) {
    if (local.isEmpty()) {
      return Told.ask("only with further logs; none of its logs here has local times");
    }
    if (requests == null) {
      return Told.ask("no other log tells: the machine's zone, as `timedatectl` says it");
    }
    List<Integer> hours = new ArrayList<>();
    for (int hour = EAST; hour >= WEST; hour--) {
      if (allCover(local, hour * HOUR_US)) {
        hours.add(hour);
      }
    }
    String first = name(local);
    if (hours.size() == 1) {
      int hour = hours.get(0);
      return new Told<>(
          name(hour * 60), "only so does " + first + " cover the time of the requests");
    }
    return Told.ask(
        (hours.isEmpty()
                ? first + " covers the time of the requests in no zone"
                : first
                    + " covers the time of the requests in any zone from "
                    + text(hours.get(hours.size() - 1) * 60)
                    + " to "
                    + text(hours.get(0) * 60))
            + ": the machine's zone, as `timedatectl` says it");
  }

  /** Whether all of these local times, so many microseconds before UTC, cover the requests. */
  private boolean allCover(Collection<SurveyedFile> local, long offsetUs) {
    return requests != null
        && local.stream()
            .map(TimeSpan::of)
            .filter(Objects::nonNull)
            .allMatch(span -> covers(span.movedBy(-offsetUs), requests));
  }

  private static String name(Collection<SurveyedFile> logs) {
    return logs.iterator().next().file().name();
  }

  private static String name(int minutes) {
    return minutes == 0 ? UTC : text(minutes);
  }

  /** Most of the time, for sampling may begin a little late. */
  private static boolean covers(TimeSpan span, TimeSpan requests) {
    long common =
        Math.min(span.lastUs(), requests.lastUs()) - Math.max(span.firstUs(), requests.firstUs());
    return common * 2 >= requests.lastUs() - requests.firstUs() && common >= 0;
  }

  /** With what the zone makes of local times, and whether the clocks change meanwhile. */
  private Told<String> held(Told<String> zone, Collection<SurveyedFile> local) {
    String because = zone.because();
    for (SurveyedFile log : local) {
      TimeSpan span = TimeSpan.of(log);
      if (span != null && requests != null && exception(log, zone.value()) == null) {
        because +=
            moved(span, zone.value()).meets(requests)
                ? "; so " + log.file().name() + " covers the requests"
                : "; DOUBTFUL: so " + log.file().name() + " covers no request";
        break;
      }
    }
    return new Told<>(zone.value(), because + clockChange(zone.value()));
  }

  /** A warning where a fixed offset stands for a zone whose clocks change during the run. */
  private String clockChange(String zone) {
    if (all == null || !zone.matches("[+-].*")) {
      return "";
    }
    int offset = DateTimeZone.forID(zone).getOffset(0);
    return WELL_KNOWN.stream()
        .map(DateTimeZone::forID)
        .filter(named -> named.getOffset(all.firstUs() / 1000) == offset)
        .filter(named -> named.getOffset(all.lastUs() / 1000) != offset)
        .findFirst()
        .map(named -> "; DOUBTFUL: if clocks were changed meanwhile, name the zone: " + named)
        .orElse("");
  }

  private static TimeSpan moved(TimeSpan localAsUtc, String zone) {
    return localAsUtc.movedBy(
        -1000L * DateTimeZone.forID(zone).getOffsetFromLocal(localAsUtc.firstUs() / 1000));
  }

  private static String text(int minutes) {
    int size = Math.abs(minutes);
    return String.format(Locale.ROOT, "%s%02d:%02d", minutes < 0 ? "-" : "+", size / 60, size % 60);
  }
}
