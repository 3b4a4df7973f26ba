package io.tierlens.pipeline.source;

import io.tierlens.formats.bytes.Slice;
import io.tierlens.formats.survey.FirstPass;
import io.tierlens.pipeline.run.FileSlice;
import io.tierlens.pipeline.run.HadoopLogFile;
import io.tierlens.pipeline.run.InputFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Reads files that need it a first time: one job, with a task for each file. */
final class FirstPasses {

  private FirstPasses() {}

  /**
   * The slices of all files, in their order, each numbered and with what the first pass has
   * learned.
   *
   * @param partBytes the least length of all slices of a file but its last
   */
  static List<FileSlice> slices(
      List<InputFile> files, long partBytes, Configuration configuration) {
    if (files.isEmpty()) {
      return List.of();
    }
    SerializableConfiguration hadoop = new SerializableConfiguration(configuration);
    List<FirstPass> passes =
        JavaSparkContext.fromSparkContext(SparkSession.active().sparkContext())
            .parallelize(files, files.size())
            .map(file -> pass(file, partBytes, hadoop.value()))
            .collect();
    List<FileSlice> slices = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      FirstPass pass = passes.get(i);
      InputFile learned = files.get(i).learned(pass.learned());
      for (Slice slice : pass.slices()) {
        slices.add(new FileSlice(learned, slice, pass.lineEnd()));
      }
    }
    return slices;
  }

  private static FirstPass pass(InputFile file, long partBytes, Configuration configuration)
      throws IOException {
    HadoopLogFile stored = HadoopLogFile.of(file, configuration);
    return FirstPass.of(stored, file.format(), file.readOptions(), partBytes);
  }
}
