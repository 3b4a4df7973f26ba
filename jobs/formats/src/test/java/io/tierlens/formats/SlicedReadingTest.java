package io.tierlens.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.Slice;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Reject;
import io.tierlens.formats.record.Selection;
import io.tierlens.formats.survey.FileSurvey;
import io.tierlens.formats.survey.PartSurvey;
import io.tierlens.formats.survey.SliceIndex;
import io.tierlens.formats.survey.Surveyor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Logs that can be cut give the same rows, rejects and surveys, whatever the size of the parts. */
class SlicedReadingTest {

  /** Enough for all kinds of lines, and little enough to cut at every byte. */
  private static final int CUT_EVERYWHERE = 500;

  @SuppressWarnings("unused") // by the name in FieldSource
  static final List<Sample> CUTTABLE =
      Sample.ALL.stream().filter(sample -> sample.format().recordStart().isPresent()).toList();

  @ParameterizedTest
  @FieldSource("CUTTABLE")
  void everySize(Sample sample) throws IOException {
    byte[] text = Arrays.copyOf(sample.bytes(), Math.min(CUT_EVERYWHERE, sample.bytes().length));
    assertSame(sample, text, IntStream.rangeClosed(1, text.length + 1));
  }

  @ParameterizedTest
  @FieldSource("CUTTABLE")
  void damagedLogs(Sample sample) {
    byte[] text = Arrays.copyOf(sample.bytes(), Math.min(CUT_EVERYWHERE, sample.bytes().length));
    Damage.copies(text, 5, 60, damaged -> assertSame(sample, damaged, IntStream.of(1, 40, 333)));
  }

  private static void assertSame(Sample sample, byte[] text, IntStream sizes) {
    MemoryFile file = new MemoryFile(text);
    LogFormat format = sample.format();
    Reading whole = Reading.of(format, sample.options(), text);
    FileSurvey all = survey(sample, file);
    sizes.forEach(
        size -> {
          try {
            SliceIndex index = SliceIndex.of(file, size);
            List<Row> rows = new ArrayList<>();
            List<Reject> rejects = new ArrayList<>();
            PartSurvey survey = null;
            for (Slice slice : index.slices()) {
              read(sample, file, slice, index, rows, rejects);
              PartSurvey part =
                  Surveyor.survey(
                      file, slice, index.lineEnd(), format, sample.options(), reject -> {});
              survey = survey == null ? part : survey.plus(part);
            }
            assertThat(rows).as("slices of %d bytes", size).isEqualTo(whole.rows());
            assertThat(rejects).isEqualTo(whole.rejects());
            assertThat(survey).isEqualTo(all.text());
            assertThat(index.digest()).isEqualTo(all.digest());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static FileSurvey survey(Sample sample, MemoryFile file) {
    try {
      return Surveyor.survey(file, sample.format(), sample.options(), reject -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(
      Sample sample,
      MemoryFile file,
      Slice slice,
      SliceIndex index,
      List<Row> rows,
      List<Reject> rejects)
      throws IOException {
    Account account = new Account(rejects::add);
    LineReader lines =
        LineReader.of(
            file,
            slice,
            sample.format().recordStart().orElseThrow(),
            index.lineEnd(),
            LineReader.DEFAULT_MAX_LINE_BYTES);
    try (RecordReader reader =
        sample.format().open(lines, sample.options(), Selection.ALL, account)) {
      while (reader.next()) {
        rows.add(Row.of(reader.record()));
      }
    }
    assertThat(account.lines()).isEqualTo(lines.taken());
  }
}
