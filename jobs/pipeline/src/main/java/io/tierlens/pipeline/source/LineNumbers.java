package io.tierlens.pipeline.source;

import io.tierlens.formats.bytes.LineCounter;
import io.tierlens.formats.bytes.Slice;
import io.tierlens.pipeline.run.FileSlice;
import io.tierlens.pipeline.run.HadoopLogFile;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Numbers the lines of files that are read in parts: one job counts the lines of each part. */
final class LineNumbers {

  private LineNumbers() {}

  /** The same slices, each with the number of lines before it. */
  static List<FileSlice> of(List<FileSlice> slices, Configuration configuration) {
    List<Long> counts = counts(slices, configuration);
    List<FileSlice> numbered = new ArrayList<>();
    long before = 0;
    for (int i = 0; i < slices.size(); i++) {
      FileSlice part = slices.get(i);
      Slice slice = part.slice();
      before = slice.start() == 0 ? 0 : before + counts.get(i - 1);
      numbered.add(
          new FileSlice(
              part.file(), new Slice(slice.start(), slice.end(), before), part.lineEnd()));
    }
    return numbered;
  }

  /** The lines that begin in each slice that another one follows; of the others nothing. */
  private static List<Long> counts(List<FileSlice> slices, Configuration configuration) {
    List<Integer> counted = new ArrayList<>();
    for (int i = 0; i + 1 < slices.size(); i++) {
      if (slices.get(i + 1).slice().start() > 0) {
        counted.add(i);
      }
    }
    List<Long> counts = new ArrayList<>(java.util.Collections.nCopies(slices.size(), 0L));
    if (counted.isEmpty()) {
      return counts;
    }
    SerializableConfiguration hadoop = new SerializableConfiguration(configuration);
    List<Long> found =
        JavaSparkContext.fromSparkContext(SparkSession.active().sparkContext())
            .parallelize(counted.stream().map(slices::get).toList(), counted.size())
            .map(part -> count(part, hadoop.value()))
            .collect();
    for (int i = 0; i < found.size(); i++) {
      counts.set(counted.get(i), found.get(i));
    }
    return counts;
  }

  private static long count(FileSlice part, Configuration configuration) throws Exception {
    return LineCounter.count(
        HadoopLogFile.of(part.file(), configuration),
        part.slice().start(),
        part.slice().end(),
        part.lineEnd());
  }
}
