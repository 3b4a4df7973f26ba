package io.tierlens.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run folders cut from the sample data, for tests that need a run and not its figures. */
final class SmallRuns {
  private static final Path SAMPLE = Path.of("sample-data/virtual");

  private SmallRuns() {}

  /** A folder with the beginning of an access log. */
  static Path access(Path folder, int lines) throws IOException {
    Workspace.head(SAMPLE.resolve("apache/access_log"), lines, folder.resolve("access_log"));
    return folder;
  }

  /** A run of four kinds of logs, each with its first lines; it has rows for most tables. */
  static Path stack(Path folder, String run, int lines) throws IOException {
    access(folder, lines);
    Workspace.head(SAMPLE.resolve("interchange/usertrack"), lines, folder.resolve("usertrack"));
    Workspace.head(SAMPLE.resolve("sar/sar22.txt"), lines, folder.resolve("sar22.txt"));
    Workspace.head(SAMPLE.resolve("xentop/xentop.txt"), lines, folder.resolve("xentop.txt"));
    Files.writeString(
        folder.resolve("run.yaml"),
        """
        run: %s
        hosts:
          www1: {tiers: [web, app, db], time-zone: America/New_York, hypervisor: dom0, domain: www1}
          dom0: {tiers: [], time-zone: America/New_York}
        logs:
          - {kind: apache-access, host: www1, path: access_log}
          - {kind: interchange-usertrack, host: www1, path: usertrack}
          - {kind: sar, host: www1, path: sar22.txt}
          - {kind: xentop, host: dom0, path: xentop.txt}
        """
            .formatted(run));
    return folder;
  }
}
