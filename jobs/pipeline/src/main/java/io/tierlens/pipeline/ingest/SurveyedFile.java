package io.tierlens.pipeline.ingest;

import io.tierlens.formats.LogFormat;
import io.tierlens.formats.bytes.Codec;
import io.tierlens.formats.bytes.Slice;
import io.tierlens.formats.record.Reject;
import io.tierlens.formats.survey.Cuts;
import io.tierlens.formats.survey.FileSurvey;
import io.tierlens.formats.survey.SliceIndex;
import io.tierlens.formats.survey.Surveyor;
import io.tierlens.pipeline.run.FileSlice;
import io.tierlens.pipeline.run.HadoopLogFile;
import io.tierlens.pipeline.run.InputFile;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * A file and what the first pass over it has told.
 *
 * @param survey null if the file could not be read
 * @param index how the file is read in parts; null if it is read in one go
 * @param rejects of the file; of each part the first ones, if there are too many
 * @param problem why it could not be read; null if it could
 */
public record SurveyedFile(
    InputFile file, FileSurvey survey, SliceIndex index, List<Reject> rejects, String problem)
    implements Serializable {

  private static final long serialVersionUID = 1;

  private static final int SHOWN_REJECTS = 3;

  public SurveyedFile {
    rejects = List.copyOf(rejects);
  }

  /** Reads a file from end to end, to be read once more in one go. */
  public static SurveyedFile of(InputFile file, Configuration configuration) {
    return of(file, Long.MAX_VALUE, configuration);
  }

  /**
   * Reads a file from end to end.
   *
   * @param partBytes the most bytes that one task of the second pass should read, where the first
   *     one finds out how the file can be cut
   */
  static SurveyedFile of(InputFile file, long partBytes, Configuration configuration) {
    KeptRejects rejects = new KeptRejects();
    try {
      HadoopLogFile stored = HadoopLogFile.of(file, configuration);
      LogFormat format = file.format();
      boolean whole =
          file.size() <= partBytes || !format.needsFirstPass() || Codec.of(stored) != Codec.PLAIN;
      Cuts cuts = whole ? Cuts.none() : new Cuts(partBytes);
      FileSurvey survey = Surveyor.survey(stored, format, file.readOptions(), cuts, rejects);
      SliceIndex index =
          whole ? null : new SliceIndex(survey.digest(), cuts.lineEnd(), cuts.slices());
      return new SurveyedFile(file, survey, index, rejects.kept(), null);
    } catch (IOException | IllegalArgumentException e) {
      return unreadable(file, e);
    }
  }

  static SurveyedFile unreadable(InputFile file, Exception e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new SurveyedFile(file, null, null, List.of(), reason);
  }

  /** The same, to be read in another way. */
  SurveyedFile withInput(InputFile input) {
    return new SurveyedFile(input, survey, index, rejects, problem);
  }

  /** The same, an option that was assumed being decided; see {@code PartSurvey#decided}. */
  SurveyedFile decided(String option, String fact, String evidence) {
    FileSurvey known =
        new FileSurvey(
            survey.kind(), survey.digest(), survey.text().decided(option, fact, evidence));
    return new SurveyedFile(file, known, index, rejects, problem);
  }

  /** Some rejects, to be shown. */
  public List<Reject> firstRejects() {
    return rejects.subList(0, Math.min(SHOWN_REJECTS, rejects.size()));
  }

  /** Whether no reject is missing among those that were kept. */
  boolean hasAllRejects() {
    return rejects.stream().mapToLong(Reject::lines).sum() == survey.rejectedLines();
  }

  /** The file as the second pass should read it. */
  public InputFile toRead() {
    return file.learned(survey.text().learned());
  }

  /** What the tasks of the second pass read, in the file's order. */
  List<FileSlice> slicesToRead() {
    InputFile input = toRead();
    if (index == null) {
      return List.of(FileSlice.whole(input));
    }
    return index.slices().stream()
        .map((Slice slice) -> new FileSlice(input, slice, index.lineEnd()))
        .toList();
  }
}
