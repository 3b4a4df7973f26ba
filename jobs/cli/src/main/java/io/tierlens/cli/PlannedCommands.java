package io.tierlens.cli;

import io.tierlens.pipeline.UserError;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Commands that are designed but not there yet: they say so and fail. */
final class PlannedCommands {

  private PlannedCommands() {}

  private abstract static class Planned implements Runnable {
    private final String instead;

    /** Whatever options it will have one day, today's answer is the same. */
    @Unmatched private List<String> ignored = new ArrayList<>();

    Planned(String instead) {
      this.instead = instead;
    }

    @Override
    public void run() {
      throw new UserError("this command comes with a later version; until then " + instead);
    }
  }

  /** Will write a run.yaml. */
  @Command(
      name = "init",
      header = "Writes the run.yaml that inspect would suggest (not there yet).")
  static final class Init extends Planned {
    Init() {
      super("see what inspect says of each file, and write run.yaml after those in sample-data");
    }
  }
}
