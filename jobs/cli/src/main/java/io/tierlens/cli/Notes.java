package io.tierlens.cli;

import io.tierlens.pipeline.ingest.RunDoubts;
import io.tierlens.pipeline.ingest.SurveyedFile;
import io.tierlens.pipeline.run.RunInputs;
import java.io.PrintWriter;
import java.util.List;

/** What the user should know of a run beside its result: guesses made, doubts, files left out. */
final class Notes {
  private final PrintWriter err;
  private final boolean quiet;

  Notes(PrintWriter err, boolean quiet) {
    this.err = err;
    this.quiet = quiet;
  }

  void print(RunInputs run, List<SurveyedFile> files) {
    if (!quiet) {
      String name = run.description().run();
      run.notes().forEach(note -> err.println(name + ": " + note));
      RunDoubts.of(files).forEach(doubt -> err.println(name + ": doubtful: " + doubt));
      err.flush();
    }
  }
}
