package io.tierlens.attribution.finding;

import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.attribution.tier.Tier;
import java.util.List;

/** The guest's clock loses or gains time: durations that contradict each other. */
final class ClockProblem implements Rule {
  static final double INNER_TO_OUTER = 1.02;
  static final double EVENTS_WITHOUT_REQUEST_PERCENT = 5;

  /** That durations fit into each other proves no clock right. */
  private static final Band LONGER = Band.from(INNER_TO_OUTER);

  @Override
  public String name() {
    return "clock-problem";
  }

  @Override
  public String nextExperiment() {
    return "Let a client on another machine measure some requests, and print the clock of the guest"
        + " and of the host each minute over the load: durations and clocks must agree.";
  }

  /** Durations that cannot be true are worth a word however long they are. */
  @Override
  public boolean explainsSlowdown() {
    return false;
  }

  @Override
  public Diagnosis compare(Pair runs) {
    boolean asBefore = alone(runs.before()).conclusion().namesACause();
    return asBefore || !runs.after().guest() ? null : alone(runs.after());
  }

  @Override
  public Diagnosis alone(Evidence run) {
    Figure app = longer(run, Remark.Rule.APP_LONGER_THAN_REQUEST, Measure.APP_TO_REQUEST);
    Figure db = longer(run, Remark.Rule.DB_LONGER_THAN_APP, Measure.DB_TO_APP);
    Diagnosis diagnosis =
        new Diagnosis()
            .key(app, LONGER, Measurement.APPLICATION_LOG)
            .orKey(db, LONGER, Measurement.APPLICATION_LOG);
    List<Remark> loose = run.remarksOfRun(Remark.Rule.EVENTS_WITHOUT_REQUEST);
    for (Remark remark : loose) {
      diagnosis.sign(
          Figure.share(Measure.EVENTS_WITHOUT_REQUEST, remark.value(), remark.limit()),
          Band.from(EVENTS_WITHOUT_REQUEST_PERCENT));
    }
    return diagnosis;
  }

  /** What is inside over what it is inside of; from the tiers where nothing was remarked on. */
  private static Figure longer(Evidence run, Remark.Rule rule, Measure measure) {
    RunTier request = run.tier(Tier.REQUEST);
    if (request == null || request.requests() < Evidence.MIN_REQUESTS) {
      return Figure.of(measure, null);
    }
    for (Remark remark : run.remarks(rule)) {
      return Figure.growth(measure, remark.limit(), remark.value());
    }
    RunTier app = run.tier(Tier.APP);
    RunTier db = run.tier(Tier.DB);
    if (app == null || db == null) {
      return Figure.of(measure, null);
    }
    double inApp = app.meanUs() + db.meanUs();
    return rule == Remark.Rule.APP_LONGER_THAN_REQUEST
        ? Figure.growth(measure, request.meanUs(), inApp)
        : Figure.growth(measure, inApp, db.meanUs());
  }
}
