package io.tierlens.pipeline.ingest;

import io.tierlens.formats.record.Reject;
import io.tierlens.formats.survey.FileSurvey;
import io.tierlens.formats.survey.Surveyor;
import io.tierlens.pipeline.run.HadoopLogFile;
import io.tierlens.pipeline.run.InputFile;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * A file and what the first pass over it has told.
 *
 * @param survey null if the file could not be read
 * @param firstRejects some of its rejects, to be shown
 * @param problem why it could not be read; null if it could
 */
public record SurveyedFile(
    InputFile file, FileSurvey survey, List<Reject> firstRejects, String problem)
    implements Serializable {

  private static final long serialVersionUID = 1;

  private static final int SHOWN_REJECTS = 3;

  public SurveyedFile {
    firstRejects = List.copyOf(firstRejects);
  }

  /** Reads a file from end to end. */
  public static SurveyedFile of(InputFile file, Configuration configuration) {
    List<Reject> first = new ArrayList<>();
    try {
      FileSurvey survey =
          Surveyor.survey(
              HadoopLogFile.of(file, configuration),
              file.format(),
              file.readOptions(),
              reject -> {
                if (first.size() < SHOWN_REJECTS) {
                  first.add(reject);
                }
              });
      return new SurveyedFile(file, survey, first, null);
    } catch (IOException | IllegalArgumentException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new SurveyedFile(file, null, List.of(), reason);
    }
  }

  /** The file as the second pass should read it. */
  public InputFile toRead() {
    return file.learned(survey.text().learned());
  }
}
