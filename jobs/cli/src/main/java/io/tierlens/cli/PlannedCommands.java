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

  /** Will write spans. */
  @Command(name = "export", header = "The requests as spans for trace viewers (not there yet).")
  static final class Export extends Planned {
    Export() {
      super("read table request of the lake, for example from notebooks/tour.ipynb");
    }
  }
}
