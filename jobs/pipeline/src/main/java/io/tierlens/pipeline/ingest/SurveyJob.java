package io.tierlens.pipeline.ingest;

import io.tierlens.formats.bytes.Codec;
import io.tierlens.formats.bytes.LineEnd;
import io.tierlens.formats.bytes.Slice;
import io.tierlens.formats.record.Reject;
import io.tierlens.formats.survey.FileSurvey;
import io.tierlens.formats.survey.PartSurvey;
import io.tierlens.formats.survey.SliceIndex;
import io.tierlens.formats.survey.Surveyor;
import io.tierlens.pipeline.Progress;
import io.tierlens.pipeline.run.FileSlice;
import io.tierlens.pipeline.run.HadoopLogFile;
import io.tierlens.pipeline.run.InputFile;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The first pass over the files of a run. A task reads a file from end to end; a long one that can
 * be cut is only digested and its lines counted, and then further tasks read its parts.
 */
final class SurveyJob {
  private final JavaSparkContext spark;
  private final SerializableConfiguration configuration;
  private final long partBytes;
  private final Progress progress;

  /**
   * A job of a session.
   *
   * @param partBytes the most bytes that one task reads, where a file can be cut
   */
  SurveyJob(SparkSession session, long partBytes, Progress progress) {
    this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    this.configuration =
        new SerializableConfiguration(session.sparkContext().hadoopConfiguration());
    this.partBytes = partBytes;
    this.progress = progress;
  }

  /** A part of a file that a task reads. */
  private record Part(int file, InputFile input, Slice slice, LineEnd lineEnd)
      implements Serializable {
    private static final long serialVersionUID = 1;

    long bytes() {
      return new FileSlice(input, slice, lineEnd).bytes();
    }

    Read read(Configuration configuration) {
      KeptRejects rejects = new KeptRejects();
      try {
        PartSurvey survey =
            Surveyor.survey(
                HadoopLogFile.of(input, configuration),
                slice,
                lineEnd,
                input.format(),
                input.readOptions(),
                rejects);
        return new Read(file, survey, rejects.kept(), null);
      } catch (IOException | IllegalArgumentException e) {
        return new Read(file, null, List.of(), SurveyedFile.unreadable(input, e));
      }
    }
  }

  /** What came of reading a part; {@code failed} if it could not be read. */
  private record Read(int file, PartSurvey survey, List<Reject> rejects, SurveyedFile failed)
      implements Serializable {
    private static final long serialVersionUID = 1;

    Read plus(Read later) {
      if (failed != null || later.failed != null) {
        return failed != null ? this : later;
      }
      List<Reject> all = new ArrayList<>(rejects);
      all.addAll(later.rejects);
      return new Read(file, survey.plus(later.survey), all, null);
    }
  }

  /** Surveys the files of a run; the result is in the order of their names. */
  List<SurveyedFile> run(String run, List<InputFile> files) {
    // The longest first, so that no core waits for one that began late.
    List<InputFile> byLength = new ArrayList<>(files);
    byLength.sort(Comparator.comparingLong(InputFile::size).reversed());
    progress.step(
        "reading " + run + ": first pass",
        byLength.size(),
        byLength.stream().mapToLong(InputFile::size).sum());
    SerializableConfiguration hadoop = configuration;
    long most = partBytes;
    List<SurveyedFile> surveyed =
        new ArrayList<>(
            spark
                .parallelize(byLength, Math.max(1, byLength.size()))
                .map(file -> begin(file, most, hadoop.value()))
                .collect());
    readParts(run, surveyed);
    surveyed.sort(Comparator.comparing(file -> file.file().name()));
    return surveyed;
  }

  /** Reads the file, or only finds out where to cut it: then the survey is missing. */
  private static SurveyedFile begin(InputFile file, long partBytes, Configuration configuration) {
    try {
      HadoopLogFile stored = HadoopLogFile.of(file, configuration);
      if (file.size() > partBytes
          && file.format().recordStart().isPresent()
          && Codec.of(stored) == Codec.PLAIN) {
        return new SurveyedFile(file, null, SliceIndex.of(stored, partBytes), List.of(), null);
      }
    } catch (IOException e) {
      return SurveyedFile.unreadable(file, e);
    }
    return SurveyedFile.of(file, partBytes, configuration);
  }

  private void readParts(String run, List<SurveyedFile> surveyed) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < surveyed.size(); i++) {
      SurveyedFile file = surveyed.get(i);
      if (file.index() != null && file.survey() == null) {
        for (Slice slice : file.index().slices()) {
          parts.add(new Part(i, file.file(), slice, file.index().lineEnd()));
        }
      }
    }
    if (parts.isEmpty()) {
      return;
    }
    progress.step(
        "reading " + run + ": parts of long files",
        parts.size(),
        parts.stream().mapToLong(Part::bytes).sum());
    SerializableConfiguration hadoop = configuration;
    List<Read> reads =
        spark.parallelize(parts, parts.size()).map(part -> part.read(hadoop.value())).collect();
    Read whole = null;
    for (Read read : reads) {
      whole = whole == null || whole.file() != read.file() ? read : whole.plus(read);
      surveyed.set(whole.file(), finished(surveyed.get(whole.file()), whole));
    }
  }

  private static SurveyedFile finished(SurveyedFile begun, Read read) {
    if (read.failed() != null) {
      return read.failed();
    }
    FileSurvey survey = new FileSurvey(begun.file().kind(), begun.index().digest(), read.survey());
    return new SurveyedFile(begun.file(), survey, begun.index(), read.rejects(), null);
  }
}
