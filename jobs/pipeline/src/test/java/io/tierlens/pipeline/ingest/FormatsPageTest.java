package io.tierlens.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.LogFormat;
import io.tierlens.formats.LogFormats;
import io.tierlens.pipeline.run.LogDescription;
import io.tierlens.pipeline.run.RunInputs;
import io.tierlens.pipeline.run.RunResolver;
import io.tierlens.pipeline.run.RunYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/formats.md shows of each kind is read, with the options that it shows. */
class FormatsPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "formats.md");

  @TempDir private Path folder;

  static List<String> kinds() {
    return LogFormats.all().stream().map(LogFormat::kind).toList();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theSampleIsReadAsItsKind(String kind) throws IOException {
    String entry = block(section(kind), "yaml");
    LogDescription log =
        RunYaml.parse("formats.md", "run: page\nlogs:\n" + entry.indent(2)).logs().get(0);
    assertThat(log.kind()).isEqualTo(kind);
    Path file = folder.resolve(log.path().replace("*", ""));
    Files.createDirectories(file.getParent());
    Files.writeString(file, block(section(kind), "text"));

    assertReadWhole(kind, "run: page\nlogs:\n" + entry.indent(2));
    // Nobody needs to say what it is.
    String unnamed = entry.replace("kind: " + kind + ", ", "");
    assertThat(unnamed).isNotEqualTo(entry);
    assertReadWhole(kind, "run: page\nlogs:\n" + unnamed.indent(2));
  }

  private void assertReadWhole(String kind, String yaml) throws IOException {
    Files.writeString(folder.resolve("run.yaml"), yaml);
    Configuration configuration = new Configuration();
    RunInputs run =
        new RunResolver(configuration, null, null).resolve(List.of(folder.toString())).get(0);
    SurveyedFile read = LocalSurvey.of(run.files(), configuration).get(0);
    assertThat(read.problem()).isNull();
    assertThat(read.survey().kind()).isEqualTo(kind);
    assertThat(read.rejects()).isEmpty();
    assertThat(read.survey().totalRows()).isPositive();
    assertThat(read.survey().text().firstTimeUs()).as("times are told").isNotNull();
  }

  private static String section(String kind) throws IOException {
    Matcher section =
        Pattern.compile("(?s)\n## " + kind + "\n(.*?)\n## ").matcher(Files.readString(PAGE));
    assertThat(section.find()).as("a section " + kind).isTrue();
    return section.group(1);
  }

  private static String block(String section, String language) {
    Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(section);
    assertThat(block.find()).as(language).isTrue();
    return block.group(1);
  }
}
