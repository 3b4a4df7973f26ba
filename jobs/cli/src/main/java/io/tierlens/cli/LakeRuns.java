package io.tierlens.cli;

import io.tierlens.pipeline.Spelling;
import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.lake.Lake;
import java.util.List;

/** Runs that users name. */
final class LakeRuns {

  private LakeRuns() {}

  /**
   * The same names, all of which the lake holds.
   *
   * @throws UserError if it does not hold one of them
   */
  static List<String> require(Lake lake, List<String> runs) {
    List<String> known = lake.runs();
    for (String run : runs) {
      if (!known.contains(run)) {
        String hint =
            known.isEmpty()
                ? "the lake is empty; fill it with: tierlens ingest --lake " + lake + " PATH"
                : Spelling.hint(run, known);
        throw new UserError("the lake " + lake + " holds no run \"" + run + "\"; " + hint);
      }
    }
    return runs;
  }
}
