package io.tierlens.pipeline.suggest;

import io.tierlens.formats.Head;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.LogFile;
import io.tierlens.formats.survey.Surveyor;
import io.tierlens.pipeline.ingest.SurveyedFile;
import io.tierlens.pipeline.run.HadoopLogFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;

/** Whether the stamps of a log are local times, so that its zone has to be told. */
final class LocalStamps {
  private LocalStamps() {}

  /** The beginning of a file, as a file. */
  private record Beginning(String name, String text) implements LogFile {
    @Override
    public long size() {
      return text.length();
    }

    @Override
    public InputStream open(long offset) {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
    }
  }

  /**
   * Reads the file's beginning in two zones: do its times move?
   *
   * @throws IOException if the file cannot be read
   */
  static boolean in(SurveyedFile log, Configuration configuration) throws IOException {
    Head head = Head.of(HadoopLogFile.of(log.file(), configuration));
    Beginning beginning =
        new Beginning(log.file().name(), String.join("\n", head.lines()).concat("\n"));
    return !Objects.equals(first(log, beginning, "UTC"), first(log, beginning, "+01:00"));
  }

  private static Long first(SurveyedFile log, Beginning beginning, String zone) throws IOException {
    ReadOptions options = log.file().readOptions().with(ReadOptions.TIME_ZONE, zone);
    return Surveyor.survey(beginning, log.file().format(), options, reject -> {})
        .text()
        .firstTimeUs();
  }
}
