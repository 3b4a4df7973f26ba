package io.tierlens.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The {@link ReadingLaws} of each kind of log, for the bytes that a fuzzer makes up. In a plain
 * build every kind reads the seeds below, which are of all kinds, and the inputs that once broke a
 * law: the files in the resources' folder {@code FuzzedLogsTestInputs}. CONTRIBUTING.md says how to
 * have the fuzzer look for new ones.
 */
class FuzzedLogsTest {

  /** Too few: of sar only one section is seen. Too many: the fuzzer tries fewer inputs. */
  private static final int SEED_BYTES = 3_000;

  @SuppressWarnings("unused") // by the name in MethodSource
  static Stream<Arguments> seeds() {
    List<Arguments> seeds = new ArrayList<>();
    for (Sample sample : Sample.ALL) {
      for (byte[] text : List.of(sample.bytes(), ReadingLaws.bytes(sample.words()))) {
        byte[] seed = Arrays.copyOf(text, Math.min(text.length, SEED_BYTES));
        // What is wanted and where to cut differs; with options guessed and with those of a sample.
        int number = seeds.size();
        seeds.add(seed(seed, 0, number, number * 97));
        seeds.add(seed(seed, number / 4 * 8 + 1, number + 1, number * 89));
      }
    }
    return seeds.stream();
  }

  private static Arguments seed(byte[] text, int options, int fields, int cut) {
    byte[] seed = Arrays.copyOf(text, text.length + 4);
    seed[text.length] = (byte) (options % 64);
    seed[text.length + 1] = (byte) fields;
    seed[text.length + 2] = (byte) (cut >> 8);
    seed[text.length + 3] = (byte) cut;
    return Arguments.of((Object) seed);
  }

  @MethodSource("seeds")
  @FuzzTest
  void apacheAccess(byte[] input) {
    ReadingLaws.require("apache-access", input);
  }

  @MethodSource("seeds")
  @FuzzTest
  void interchangeBench(byte[] input) {
    ReadingLaws.require("interchange-bench", input);
  }

  @MethodSource("seeds")
  @FuzzTest
  void interchangeUsertrack(byte[] input) {
    ReadingLaws.require("interchange-usertrack", input);
  }

  @MethodSource("seeds")
  @FuzzTest
  void interchangeError(byte[] input) {
    ReadingLaws.require("interchange-error", input);
  }

  @MethodSource("seeds")
  @FuzzTest
  void interchangeDebug(byte[] input) {
    ReadingLaws.require("interchange-debug", input);
  }

  @MethodSource("seeds")
  @FuzzTest
  void appTiming(byte[] input) {
    ReadingLaws.require("app-timing", input);
  }

  @MethodSource("seeds")
  @FuzzTest
  void mysqlSlowLog(byte[] input) {
    ReadingLaws.require("mysql-slow-log", input);
  }

  @MethodSource("seeds")
  @FuzzTest
  void sar(byte[] input) {
    ReadingLaws.require("sar", input);
  }

  @MethodSource("seeds")
  @FuzzTest
  void sadf(byte[] input) {
    ReadingLaws.require("sadf", input);
  }

  @MethodSource("seeds")
  @FuzzTest
  void xentop(byte[] input) {
    ReadingLaws.require("xentop", input);
  }

  @MethodSource("seeds")
  @FuzzTest
  void virtTop(byte[] input) {
    ReadingLaws.require("virt-top", input);
  }

  @MethodSource("seeds")
  @FuzzTest
  void esxtop(byte[] input) {
    ReadingLaws.require("esxtop", input);
  }

  /** A method is named as its kind is: {@code mysqlSlowLog} for {@code mysql-slow-log}. */
  @Test
  void everyKindIsFuzzed() {
    Set<String> fuzzed = new TreeSet<>();
    for (var method : FuzzedLogsTest.class.getDeclaredMethods()) {
      if (method.isAnnotationPresent(FuzzTest.class)) {
        fuzzed.add(method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
      }
    }
    assertThat(fuzzed)
        .containsExactlyInAnyOrderElementsOf(
            LogFormats.all().stream().map(LogFormat::kind).toList());
  }
}
