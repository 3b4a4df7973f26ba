package io.tierlens.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.bytes.LogFile;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the rules in run.yaml to the endpoints of the records. */
class EndpointRulesOfRunTest {

  @TempDir private Path folder;

  @Test
  void allAccessLogsOfTheRunAreReadWithTheRules() throws IOException {
    write("stated", "/shop/a/reviews/b", "/shop/os28110");
    write("guessed", "/shop/c/reviews/d", "/shop/os28110");
    Files.writeString(folder.resolve("usertrack"), "");
    Files.writeString(
        folder.resolve("run.yaml"),
        """
        run: r
        logs:
          - {kind: apache-access, path: stated, format: common}
          - {path: guessed}
          - {kind: interchange-usertrack, path: usertrack}
        endpoints:
          - {path: /shop/*/reviews/*, name: "/shop/{sku}/reviews"}
        """);
    Configuration configuration = new Configuration();
    List<InputFile> files =
        new RunResolver(configuration, null, null)
            .resolve(List.of(folder.toString()))
            .get(0)
            .files();
    assertThat(files).hasSize(3);
    for (InputFile file : files) {
      if (file.kind().equals("apache-access")) {
        assertThat(file.options())
            .containsEntry("endpoints", "/shop/*/reviews/* -> /shop/{sku}/reviews");
        assertThat(endpoints(file, configuration))
            .containsExactly("GET /shop/{sku}/reviews", "GET /shop/{sku}");
      } else {
        assertThat(file.options()).doesNotContainKey("endpoints");
      }
    }
  }

  private void write(String name, String... paths) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String path : paths) {
      text.append("127.0.0.1 - - [22/Nov/2026:07:16:38 -0500] \"GET ")
          .append(path)
          .append(" HTTP/1.1\" 200 5\n");
    }
    Files.writeString(folder.resolve(name), text);
  }

  private static List<String> endpoints(InputFile file, Configuration configuration)
      throws IOException {
    List<String> endpoints = new ArrayList<>();
    LogFile log = HadoopLogFile.of(file, configuration);
    try (RecordReader reader =
        FileSlice.whole(file).open(log, Selection.ALL, new Account(reject -> {}))) {
      while (reader.next()) {
        endpoints.add(reader.record().textAt(reader.record().type().index("endpoint")));
      }
    }
    return endpoints;
  }
}
