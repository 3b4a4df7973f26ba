package io.tierlens.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds text against a file of src/test/resources/golden. {@code mvn -pl jobs/cli -am test
 * -Dtierlens.bless=true} writes the files anew, so that a change of output is a diff to review.
 */
final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  static void check(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("tierlens.bless")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
    }
    assertThat(text)
        .as("%s, see the Javadoc of Golden for how to bless it", name)
        .isEqualTo(Files.readString(file));
  }
}
