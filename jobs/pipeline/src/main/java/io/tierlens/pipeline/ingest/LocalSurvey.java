package io.tierlens.pipeline.ingest;

import io.tierlens.pipeline.Progress;
import io.tierlens.pipeline.run.InputFile;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** Surveys the files of a run in this process, without Spark. */
public final class LocalSurvey {
  private LocalSurvey() {}

  /** Reads files from end to end, and tells nobody how it gets on. */
  public static List<SurveyedFile> of(List<InputFile> files, Configuration configuration) {
    return of(files, configuration, Progress.NONE);
  }

  /** Reads files from end to end; what one of them leaves open is looked for in the others. */
  public static List<SurveyedFile> of(
      List<InputFile> files, Configuration configuration, Progress progress) {
    return DateOrders.settle(
        each(files, configuration, progress), again -> each(again, configuration, progress));
  }

  private static List<SurveyedFile> each(
      List<InputFile> files, Configuration configuration, Progress progress) {
    progress.step(
        files.size() == 1 ? "reading " + files.get(0).name() : "reading " + files.size() + " files",
        0,
        files.stream().mapToLong(InputFile::size).sum());
    return files.stream().map(file -> SurveyedFile.of(file, configuration)).toList();
  }
}
