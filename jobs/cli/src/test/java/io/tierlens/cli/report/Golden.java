package io.tierlens.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds text against a file of src/test/resources/golden. With {@code -Dtierlens.bless=true} the
 * tests write the files anew, so that a change of output is a diff to review; CONTRIBUTING.md has
 * the command.
 */
public final class Golden {

  /** Maven's tests run in the module's folder or in the top one, but all know the module's. */
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", "."), "src/test/resources/golden");

  private Golden() {}

  /**
   * Fails if the text is another than the approved one.
   *
   * @param name of the file, with folders where it has some
   */
  public static void check(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("tierlens.bless")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(text)
        .as("%s, see CONTRIBUTING.md for how to bless it", name)
        .isEqualTo(Files.readString(file));
  }
}
