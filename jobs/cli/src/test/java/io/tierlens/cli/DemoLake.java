package io.tierlens.cli;

import io.tierlens.cli.Program.Outcome;
import java.io.IOException;
import java.nio.file.Path;

/** The lake of the sample data: {@code bin/tierlens demo} makes it once for all the tests. */
final class DemoLake {
  private static final Path FOLDER = Workspace.folder("demo");

  private static Outcome demo;

  private DemoLake() {}

  /** Folder of the lake, for reading only. */
  static Path lake() throws IOException, InterruptedException {
    demo();
    return FOLDER.resolve("lake");
  }

  /** The page that the demo has written. */
  static Path page() {
    return FOLDER.resolve("report.html");
  }

  /** What the demo has printed. */
  static synchronized Outcome demo() throws IOException, InterruptedException {
    if (demo == null) {
      Workspace.delete(FOLDER);
      demo = Program.tierlens("demo", "--output", FOLDER).run();
    }
    return demo;
  }
}
