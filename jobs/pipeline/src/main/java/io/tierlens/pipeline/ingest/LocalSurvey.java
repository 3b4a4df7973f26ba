package io.tierlens.pipeline.ingest;

import io.tierlens.pipeline.run.InputFile;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** Surveys the files of a run in this process, without Spark. */
public final class LocalSurvey {
  private LocalSurvey() {}

  /** Reads files from end to end; what one of them leaves open is looked for in the others. */
  public static List<SurveyedFile> of(List<InputFile> files, Configuration configuration) {
    return DateOrders.settle(each(files, configuration), again -> each(again, configuration));
  }

  private static List<SurveyedFile> each(List<InputFile> files, Configuration configuration) {
    return files.stream().map(file -> SurveyedFile.of(file, configuration)).toList();
  }
}
