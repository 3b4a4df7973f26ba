package io.tierlens.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.bytes.Codec;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.RecordStart;
import io.tierlens.formats.bytes.Slice;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Reject;
import io.tierlens.formats.record.Selection;
import io.tierlens.formats.survey.FirstPass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Logs that a first pass cuts give the same rows and rejects, whatever the size of the parts. */
class FirstPassTest {

  private static final int[] SIZES_OF_DAMAGED = {1, 700, 1 << 10, 5000};

  @SuppressWarnings("unused") // by the name in FieldSource
  static final List<Sample> CUTTABLE =
      Stream.concat(Sample.ALL.stream(), Sample.SHORT.stream())
          .filter(sample -> sample.format().needsFirstPass())
          .toList();

  @ParameterizedTest
  @FieldSource("CUTTABLE")
  void everySize(Sample sample) {
    // Between the lengths of two entries the cuts are the same.
    int step = 1 + sample.bytes().length / (isLong(sample) ? 40 : 300);
    IntStream sizes =
        IntStream.iterate(1, size -> size < sample.bytes().length + step, size -> size + step);
    assertSame(sample, sample.bytes(), sizes.toArray());
  }

  @ParameterizedTest
  @FieldSource("CUTTABLE")
  void damagedLogs(Sample sample) {
    int copies = isLong(sample) ? 10 : 60;
    Damage.copies(
        sample.bytes(), 7, copies, damaged -> assertSame(sample, damaged, SIZES_OF_DAMAGED));
  }

  /** Rows are compared for each size, and a long sample has thousands. */
  private static boolean isLong(Sample sample) {
    return sample.bytes().length > 20_000;
  }

  @Test
  void aDateThatALaterOneDecidesIsInheritedAsDecided() {
    StringBuilder text = new StringBuilder();
    for (String date : List.of("04/08/17", "22/08/17", "05/08/17")) {
      text.append("Linux 2.6.18 (www1) \t").append(date).append("\n\n");
      text.append("10:00:00        CPU     %user     %nice   %system     %idle\n");
      for (int second = 1; second < 30; second++) {
        text.append(String.format("10:00:%02d        all      1.00      0.00", second))
            .append("      2.00     97.00\n");
      }
    }
    byte[] stored = text.toString().getBytes(StandardCharsets.UTF_8);
    LogFormat format = LogFormats.ofKind("sar").orElseThrow();
    Reading whole =
        Reading.of(format, ReadOptions.NONE.with(ReadOptions.DATE_ORDER, "dmy"), stored);
    assertThat(whole.rows()).hasSize(3 * 29);
    assertSame(
        new Sample("sar", "two dates", ReadOptions.NONE, List.of(), 1), stored, 1, 300, 2500);
  }

  private static void assertSame(Sample sample, byte[] stored, int... sizes) {
    MemoryFile file = new MemoryFile(stored);
    LogFormat format = sample.format();
    try {
      for (int size : sizes) {
        FirstPass pass = FirstPass.of(file, format, sample.options(), size);
        ReadOptions options = sample.options();
        for (var learned : pass.learned().entrySet()) {
          options = options.with(learned.getKey(), learned.getValue());
        }
        Reading whole = Reading.of(format, options, stored);
        if (Codec.of(file) == Codec.PLAIN && size == 1 && whole.rows().size() > 1) {
          assertThat(pass.slices()).hasSizeGreaterThan(1);
        }
        assertSame(file, format, options, pass, whole);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertSame(
      MemoryFile file, LogFormat format, ReadOptions options, FirstPass pass, Reading whole)
      throws IOException {
    List<Row> rows = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    Account account = new Account(rejects::add);
    for (Slice slice : pass.slices()) {
      LineReader lines =
          LineReader.of(
              file, slice, RecordStart.EVERY_LINE, pass.lineEnd(), options.maxLineBytes());
      try (RecordReader reader = format.open(lines, options, Selection.ALL, account)) {
        while (reader.next()) {
          rows.add(Row.of(reader.record()));
        }
      }
    }
    assertThat(rows).isEqualTo(whole.rows());
    assertThat(rejects).isEqualTo(whole.rejects());
    assertThat(account.lines()).isEqualTo(whole.lines());
    assertThat(account.ignoredByKind()).isEqualTo(whole.ignored());
  }
}
