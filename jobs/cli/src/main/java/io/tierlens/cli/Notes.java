package io.tierlens.cli;

import io.tierlens.pipeline.run.RunInputs;
import java.io.PrintWriter;

/** What the user should know of a run beside its result: guesses made, files left out. */
final class Notes {
  private final PrintWriter err;
  private final boolean quiet;

  Notes(PrintWriter err, boolean quiet) {
    this.err = err;
    this.quiet = quiet;
  }

  void print(RunInputs run) {
    if (!quiet) {
      run.notes().forEach(note -> err.println(run.description().run() + ": " + note));
      err.flush();
    }
  }
}
