package io.tierlens.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.record.Reject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Whatever the bytes: no exception, and every line is accounted for, which {@link Reading} asserts.
 */
class DamagedLogsTest {

  /** Enough for every kind of line, and little enough for thousands of passes. */
  private static final int MOST_BYTES = 12_000;

  @SuppressWarnings("unused") // by the name in FieldSource
  static final List<Sample> SAMPLES = Sample.ALL;

  private int rows;
  private int rejects;

  private void read(Sample sample, byte[] text, int maxLineBytes) {
    Reading reading = Reading.of(sample.format(), sample.options(), text, maxLineBytes);
    rows += reading.rows().size();
    rejects += reading.rejects().size();
    for (Row row : reading.rows()) {
      if (row.containsKey("interval_start")) {
        assertThat(row.whole("interval_start")).isLessThanOrEqualTo(row.whole("interval_end"));
      }
      if (sample.kind().equals("sar")) {
        assertThat(row.whole("interval_start")).isLessThan(row.whole("interval_end"));
      }
    }
  }

  private static byte[] beginning(byte[] text, int most) {
    return Arrays.copyOf(text, Math.min(text.length, most));
  }

  @Test
  void everyKindHasASample() {
    assertThat(Sample.byKind().keySet())
        .containsExactlyInAnyOrderElementsOf(
            LogFormats.all().stream().map(LogFormat::kind).toList());
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void everyBeginning(Sample sample) {
    Damage.cuts(beginning(sample.bytes(), 900), text -> read(sample, text, 1 << 16));
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void damagedCopies(Sample sample) {
    byte[] text = beginning(sample.bytes(), MOST_BYTES);
    Damage.copies(text, 1, 500, damaged -> read(sample, damaged, 1 << 16));
    assertThat(rows).isPositive();
    assertThat(rejects).isPositive();
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void linesAboveTheCap(Sample sample) {
    byte[] text = beginning(sample.bytes(), MOST_BYTES);
    for (int cap : List.of(1, 20, 60, 100)) {
      Damage.copies(text, cap, 30, damaged -> read(sample, damaged, cap));
    }
    assertThat(rejects).isPositive();
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void garbage(Sample sample) {
    Damage.garbage(2, 300, text -> read(sample, text, 1 << 16));
    assertThat(rejects).isPositive();
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void linesOfTheWordsThatTheLogUses(Sample sample) {
    Damage.jumbles(
        sample.words(), sample.wordsOfLine(), 3, 2_000, text -> read(sample, text, 1 << 16));
    assertThat(rejects).isPositive();
  }

  /** The last line of what could be decoded is a reject that says so, wherever the stream broke. */
  @ParameterizedTest
  @FieldSource("SAMPLES")
  void aCompressedStreamThatBrokeOff(Sample sample) throws IOException {
    byte[] text = sample.bytes();
    byte[] packed = gzip(text);
    int whole = Reading.of(sample.format(), sample.options(), packed).rows().size();
    for (int tenth = 3; tenth <= 9; tenth++) {
      byte[] cut = Arrays.copyOf(packed, packed.length * tenth / 10);
      Reading reading = Reading.of(sample.format(), sample.options(), cut);
      Reject last =
          reading.rejects().stream()
              .filter(reject -> reject.line() == reading.lines())
              .findFirst()
              .orElseThrow();
      assertThat(last.reason()).startsWith("the compressed stream is broken: ");
      assertThat(last.lines()).isEqualTo(1);
      assertThat(reading.rows().size()).isLessThan(whole);
      rows += reading.rows().size();
    }
    assertThat(rows).isPositive();
  }

  private static byte[] gzip(byte[] text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text);
    }
    return packed.toByteArray();
  }
}
