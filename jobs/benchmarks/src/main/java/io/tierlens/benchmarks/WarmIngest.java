package io.tierlens.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.tierlens.formats.survey.FileSurvey;
import io.tierlens.pipeline.ingest.IngestJob;
import io.tierlens.pipeline.ingest.SurveyedFile;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.run.RunInputs;
import io.tierlens.pipeline.run.RunResolver;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * Ingests one file several times in one process, so that what starting it and compiling its code
 * costs shows in the first pass alone.
 */
public final class WarmIngest {

  private static final double NANOS = 1e9;

  private WarmIngest() {}

  /**
   * Prints a line for each pass: its number, CPU seconds, wall seconds, lines, rows and other lines
   * (ignored or rejected), with tabs between.
   *
   * @param arguments the file, a folder for the lake, the number of passes
   */
  public static void main(String[] arguments) throws IOException {
    OperatingSystemMXBean process =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    try (SparkSession spark =
        SparkSession.builder()
            .appName("tierlens warm ingest")
            .master("local[*]")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .getOrCreate()) {
      for (int pass = 1; pass <= Integer.parseInt(arguments[2]); pass++) {
        long cpu = process.getProcessCpuTime();
        long wall = System.nanoTime();
        FileSurvey survey = ingest(spark, arguments[0], arguments[1]).get(0).survey();
        System.out.printf(
            Locale.ROOT,
            "%d\t%.2f\t%.2f\t%d\t%d\t%d%n",
            pass,
            (process.getProcessCpuTime() - cpu) / NANOS,
            (System.nanoTime() - wall) / NANOS,
            survey.lines(),
            survey.totalRows(),
            survey.text().ignoredLines() + survey.rejectedLines());
      }
    }
  }

  private static List<SurveyedFile> ingest(SparkSession spark, String file, String lake) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    RunInputs run = new RunResolver(hadoop, "benchmark", null).resolve(List.of(file)).get(0);
    return IngestJob.builder().spark(spark).lake(Lake.create(lake, hadoop)).run(run).build().run();
  }
}
