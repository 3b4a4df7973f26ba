package io.tierlens.cli.report.html;

import io.tierlens.cli.report.model.Conclusion;
import io.tierlens.cli.report.model.QuantileShift;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.model.Waterfall;
import java.util.List;

/**
 * What a page shows of one candidate, or of the only run.
 *
 * @param run its name
 * @param conclusion the verdict
 * @param tiles the figures that the verdict rests on
 * @param waterfalls from the baseline's mean to its own
 * @param shifts the moves of its tenths
 */
public record Candidate(
    String run,
    Conclusion conclusion,
    List<Tile> tiles,
    Capped<Fall> waterfalls,
    Capped<Shift> shifts) {

  /**
   * The mean request in one scope.
   *
   * @param scope the window for people
   * @param baseline null for the only run
   * @param own the run's own
   */
  public record Tile(String scope, TierCell baseline, TierCell own) {}

  /** A waterfall and its drawing. */
  public record Fall(Waterfall waterfall, Drawing drawing) {

    /** Returns the window for people. */
    public String scope() {
      String window = waterfall.window() == null ? "Whole run" : "Window " + waterfall.window();
      return window + (waterfall.split() == Waterfall.Split.LOAD ? ", machine and load" : "");
    }
  }

  /** The moves in one scope and their drawing. */
  public record Shift(QuantileShift shift, Drawing drawing) {

    /** Returns the window for people. */
    public String scope() {
      return shift.window() == null ? "Whole run" : "Window " + shift.window();
    }
  }

  /** Copies the list. */
  public Candidate {
    tiles = List.copyOf(tiles);
  }
}
