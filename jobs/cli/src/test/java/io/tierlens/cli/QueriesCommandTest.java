package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierlens.cli.queries.TimeBound;
import io.tierlens.cli.queries.ZonedDigest.ZoneSource;
import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.queries.LogExtent;
import io.tierlens.pipeline.queries.TimeRange;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command refuses before it begins Spark, and how it reads times. */
class QueriesCommandTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final LogExtent EXTENT =
      new LogExtent(5, 1, 0, NOON.minusSeconds(60), NOON, 1L, 0L);

  @TempDir private Path folder;

  @Test
  void wrongUsageIsToldWithWhatIsRight() {
    refused(2, "give --lake DIR for the runs of a lake, or name slow logs: FILE...");
    refused(2, "--lake and files were both given (slow.log)", "--lake", "l", "slow.log");
    refused(2, "--run names a run of a lake, and there is no --lake", "--run", "r", "slow.log");
    refused(2, "a run is named twice", "--lake", "l", "--run", "r", "--run", "r");
    refused(2, "--top must be from 1 to 10000, not 0", "slow.log", "--top", "0");
    refused(2, "\"monday\" is no time; write 2026-11-22,", "slow.log", "--since", "monday");
    refused(2, "\"-1y\" is no time; write 2026-11-22,", "slow.log", "--until", "-1y");
    refused(
        2,
        "--since 2026-11-23 is later than --until 2026-11-22; swap them",
        "slow.log",
        "--since=2026-11-23",
        "--until=2026-11-22");
    refused(
        2,
        "--since -1h is later than --until -2h; swap them",
        "slow.log",
        "--since",
        "-1h",
        "--until",
        "-2h");
    refused(2, "did you mean America/New_York?", "slow.log", "--time-zone", "America/NewYork");
    refused(2, "did you mean rows-examined?", "slow.log", "--order-by", "rows_examind");
    refused(2, "known are total, count, mean, max,", "slow.log", "--order-by", "quantity");
    refused(2, "expected one of [TEXT, JSON, CSV]", "slow.log", "--format", "html");
  }

  @Test
  void filesThatAreNoSlowLogsAreToldBeforeSparkIsBegun() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes"), "nothing\n");
    refused(1, notes + " is not a slow query log: its first 1 lines", notes.toString());
    refused(1, folder + " is a folder; name the slow logs in it", folder.toString());
    refused(1, "/no/such.log: there is no such file", "/no/such.log");
  }

  private static void refused(int exit, String message, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> words = new ArrayList<>(List.of("queries"));
    words.addAll(List.of(arguments));
    int found =
        Tierlens.run(
            new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(new String[0]));
    assertThat(err.toString()).contains(message);
    assertThat(out.toString()).isEmpty();
    assertThat(found).isEqualTo(exit);
  }

  @Test
  void aRangeIsThatOfTheLogItIsFor() {
    assertThat(range("-1h", null).resolve(ZoneOffset.UTC, EXTENT, "run r"))
        .isEqualTo(new TimeRange(NOON.minusSeconds(3600), null));
    assertThat(range("2026-11-22", "2026-11-22").resolve(ZoneOffset.ofHours(-5), EXTENT, "run r"))
        .isEqualTo(
            new TimeRange(
                Instant.parse("2026-11-22T05:00:00Z"), Instant.parse("2026-11-22T05:00:00Z")));
    assertThat(range(null, null).resolve(ZoneOffset.UTC, EXTENT, "run r")).isEqualTo(TimeRange.ALL);
    // Only the zone and the log tell that these are the wrong way round.
    ChosenRange mixed = range("2026-11-22T12:00", "2026-11-22T11:30Z");
    assertThat(mixed.problem()).isEmpty();
    assertThatThrownBy(() -> mixed.resolve(ZoneOffset.UTC, EXTENT, "run r"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("--since 2026-11-22T12:00 is later than --until");
    assertThat(mixed.resolve(ZoneOffset.ofHours(1), EXTENT, "run r").bounded()).isTrue();
  }

  @Test
  void aSpanNeedsAnEntryWithATime() {
    LogExtent untimed = new LogExtent(3, 3, 0, null, null, 1L, 0L);
    assertThatThrownBy(() -> range(null, "-2d").resolve(ZoneOffset.UTC, untimed, "run r"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "a span such as -2d counts back from the newest entry, and no entry of run r tells its"
                + " time; leave out --since and --until");
    LogExtent nothing = new LogExtent(0, 0, 0, null, null, null, null);
    assertThat(range("-2d", null).resolve(ZoneOffset.UTC, nothing, "run r"))
        .isEqualTo(TimeRange.ALL);
  }

  @Test
  void theZoneIsTheUsersElseTheRunsElseUtc() {
    assertThat(ChosenZone.of("Asia/Tokyo", Optional.of("America/New_York")))
        .isEqualTo(new ChosenZone("Asia/Tokyo", ZoneSource.OPTION));
    assertThat(ChosenZone.of(null, Optional.of("America/New_York")))
        .isEqualTo(new ChosenZone("America/New_York", ZoneSource.RUN));
    assertThat(ChosenZone.of(null, Optional.empty()))
        .isEqualTo(new ChosenZone("UTC", ZoneSource.DEFAULT));
    assertThat(ChosenZone.of(null, Optional.of("Nowhere/Else")).source())
        .isEqualTo(ZoneSource.DEFAULT);
  }

  private static ChosenRange range(String since, String until) {
    return new ChosenRange(
        since == null ? null : TimeBound.of(since), until == null ? null : TimeBound.of(until));
  }
}
