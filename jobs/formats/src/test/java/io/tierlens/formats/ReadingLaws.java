package io.tierlens.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.bytes.Codec;
import io.tierlens.formats.bytes.LineEnd;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.RecordStart;
import io.tierlens.formats.bytes.Slice;
import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Reject;
import io.tierlens.formats.record.Selection;
import io.tierlens.formats.survey.FirstPass;
import io.tierlens.formats.survey.SliceIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * What holds of reading any bytes with any format, beside what {@link Reading} asserts by itself:
 *
 * <ul>
 *   <li>no exception, neither from a look at the file's beginning nor from reading it;
 *   <li>whatever is wanted of the records, the same lines are records, ignored and rejected, and
 *       what is wanted has the same values;
 *   <li>read in slices, a file has the same rows and rejects as read whole.
 * </ul>
 */
final class ReadingLaws {

  /** So many of an input's last bytes choose how its text is read; see {@link #require}. */
  private static final int CHOICES = 4;

  private static final int[] CAPS = {1 << 16, 1, 20, 200};

  /** One input in so many has its options guessed: to try each known format takes its time. */
  private static final int UNTOLD = 8;

  private final LogFormat format;
  private final MemoryFile file;
  private final ReadOptions options;
  private final int cap;

  private ReadingLaws(LogFormat format, MemoryFile file, ReadOptions options, int cap) {
    this.format = format;
    this.file = file;
    this.options = options;
    this.cap = cap;
  }

  /**
   * Reads an input in every way and compares.
   *
   * @param input a text and, behind it, four bytes: what options and what cap of a line's length to
   *     read it with, which fields are wanted, and the place of the cut as a number of two bytes
   */
  static void require(String kind, byte[] input) {
    int choices = Math.max(0, input.length - CHOICES);
    byte[] text = Arrays.copyOf(input, choices);
    byte[] chosen = Arrays.copyOf(Arrays.copyOfRange(input, choices, input.length), CHOICES);
    LogFormat format = LogFormats.ofKind(kind).orElseThrow();
    MemoryFile file = new MemoryFile(text);
    int choice = chosen[0] & 0xff;
    int cap = CAPS[choice / 64];
    int cut = ((chosen[2] & 0xff) << 8 | (chosen[3] & 0xff)) % (text.length + 1);
    try {
      ReadOptions options =
          choice % UNTOLD == 0 ? guessed(format, file) : told(kind, choice / UNTOLD);
      new ReadingLaws(format, file, options, cap).require(chosen[1], cut);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Words, a line each. */
  static byte[] bytes(List<String> words) {
    return String.join("\n", words).getBytes(StandardCharsets.UTF_8);
  }

  private static ReadOptions told(String kind, int which) {
    List<Sample> samples = Sample.byKind().get(kind);
    return samples.get(which % samples.size()).options();
  }

  private static ReadOptions guessed(LogFormat format, MemoryFile file) throws IOException {
    Head head = Head.of(file);
    format.sniff(head).ifPresent(guess -> assertThat(guess.confidence()).isBetween(0, 100));
    return format.settle(head, ReadOptions.NONE);
  }

  private void require(byte fields, int cut) throws IOException {
    Reading whole = read(Slice.WHOLE, RecordStart.EVERY_LINE, null, Selection.ALL);
    requireSameWithout(wanted(fields), whole);
    if (format.recordStart().isPresent() && Codec.of(file) == Codec.PLAIN) {
      requireSameInSlices(format.recordStart().get(), cut, whole);
    }
    if (format.needsFirstPass()) {
      requireSameByCuts(cut, whole);
    }
  }

  private Reading read(Slice slice, RecordStart start, LineEnd lineEnd, Selection selection)
      throws IOException {
    LineReader lines = LineReader.of(file, slice, start, lineEnd, cap);
    return Reading.of(format, options, lines, selection);
  }

  /** A third of the fields; those of a seed stay the same when a table gets further ones. */
  private Set<String> wanted(int seed) {
    Set<String> wanted = new HashSet<>();
    for (RecordType type : format.recordTypes()) {
      for (Field field : type.fields()) {
        if (new Random(31L * seed + field.name().hashCode()).nextInt(3) == 0) {
          wanted.add(field.name());
        }
      }
    }
    return wanted;
  }

  private void requireSameWithout(Set<String> wanted, Reading whole) throws IOException {
    Reading part = read(Slice.WHOLE, RecordStart.EVERY_LINE, null, Selection.of(wanted));
    assertThat(heaps(List.of(part))).as("the account").isEqualTo(heaps(List.of(whole)));
    assertThat(part.rejects()).as("rejects").isEqualTo(whole.rejects());
    assertThat(part.rows()).as("rows").hasSameSizeAs(whole.rows());
    for (int i = 0; i < part.rows().size(); i++) {
      Row all = whole.rows().get(i);
      Row given = part.rows().get(i);
      assertThat(only(wanted, given))
          .as("row %s with only %s", i, wanted)
          .isEqualTo(only(wanted, all));
      // More than was wanted may come, but nothing that is not so.
      assertThat(all.entrySet()).as("row %s", i).containsAll(given.entrySet());
    }
  }

  private static Map<String, Object> only(Set<String> wanted, Row row) {
    Map<String, Object> kept = new TreeMap<>(row);
    kept.keySet().removeIf(name -> !wanted.contains(name) && !isPlace(name));
    return kept;
  }

  private static boolean isPlace(String name) {
    return name.equals("table") || name.equals("line");
  }

  private void requireSameInSlices(RecordStart start, int cut, Reading whole) throws IOException {
    List<Slice> slices = new ArrayList<>();
    SliceIndex index = SliceIndex.of(file, Math.max(1, cut));
    if (cut > 0 && index.slices().size() > 1) {
      Slice second = index.slices().get(1);
      slices.add(index.slices().get(0));
      slices.add(new Slice(second.start(), file.size(), second.linesBefore()));
    } else {
      slices.addAll(index.slices().subList(0, 1));
      slices.set(0, new Slice(0, file.size(), 0));
    }
    requireSame(slices, start, index.lineEnd(), cut, whole);
  }

  private void requireSameByCuts(int cut, Reading whole) throws IOException {
    ReadOptions capped = options.with(ReadOptions.MAX_LINE_BYTES, Integer.toString(cap));
    FirstPass pass = FirstPass.of(file, format, capped, Math.max(1, cut));
    requireSame(pass.slices(), RecordStart.EVERY_LINE, pass.lineEnd(), cut, whole);
  }

  private void requireSame(
      List<Slice> slices, RecordStart start, LineEnd lineEnd, int cut, Reading whole)
      throws IOException {
    List<Reading> parts = new ArrayList<>();
    for (Slice slice : slices) {
      parts.add(read(slice, start, lineEnd, Selection.ALL));
    }
    List<Row> rows = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    parts.forEach(part -> rows.addAll(part.rows()));
    parts.forEach(part -> rejects.addAll(part.rejects()));
    assertThat(rejects).as("rejects of slices, cut at %s", cut).isEqualTo(whole.rejects());
    assertThat(rows).as("rows of slices, cut at %s", cut).isEqualTo(whole.rows());
    assertThat(heaps(parts)).as("the account of slices").isEqualTo(heaps(List.of(whole)));
  }

  private static Map<String, Long> heaps(List<Reading> parts) {
    Map<String, Long> heaps = new TreeMap<>();
    for (Reading part : parts) {
      heaps.merge("records", part.account().recordLines(), Long::sum);
      heaps.merge("further", part.account().continuationLines(), Long::sum);
      heaps.merge("rejected", part.account().rejectedLines(), Long::sum);
      part.ignored().forEach((kind, lines) -> heaps.merge("ignored: " + kind, lines, Long::sum));
    }
    return heaps;
  }
}
