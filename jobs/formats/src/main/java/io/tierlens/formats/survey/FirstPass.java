package io.tierlens.formats.survey;

import io.tierlens.formats.LogFormat;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.Codec;
import io.tierlens.formats.bytes.LineEnd;
import io.tierlens.formats.bytes.LogFile;
import io.tierlens.formats.bytes.Slice;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a pass over a whole file tells those that read its records: options that only the whole file
 * can tell, and slices that can be read apart.
 *
 * @param learned options to read it with, where none are stated
 * @param slices in the file's order
 */
public record FirstPass(Map<String, String> learned, LineEnd lineEnd, List<Slice> slices)
    implements Serializable {

  private static final long serialVersionUID = 1;

  public FirstPass {
    learned = Map.copyOf(learned);
    slices = List.copyOf(slices);
  }

  /**
   * Reads a file of a format that {@link LogFormat#needsFirstPass needs it}.
   *
   * @param sliceBytes the least length of all slices but the last; a compressed file is one slice
   * @throws IOException if the file cannot be read
   */
  public static FirstPass of(LogFile file, LogFormat format, ReadOptions options, long sliceBytes)
      throws IOException {
    boolean plain = Codec.of(file) == Codec.PLAIN;
    Cuts cuts = plain ? new Cuts(sliceBytes) : Cuts.none();
    PartSurvey text = Surveyor.survey(file, format, options, cuts, reject -> {}).text();
    if (assumedWrongly(text)) {
      // What the records behind a cut inherit is as wrong as what was assumed before it.
      ReadOptions learned = options;
      for (Map.Entry<String, String> option : text.learned().entrySet()) {
        learned = learned.with(option.getKey(), option.getValue());
      }
      cuts = plain ? new Cuts(sliceBytes) : Cuts.none();
      Surveyor.survey(file, format, learned, cuts, reject -> {});
    }
    return new FirstPass(text.learned(), cuts.lineEnd(), cuts.slices());
  }

  private static boolean assumedWrongly(PartSurvey text) {
    return text.assumed().entrySet().stream()
        .anyMatch(
            option -> {
              String learned = text.learned().get(option.getKey());
              return learned != null && !learned.equals(option.getValue());
            });
  }
}
