package io.tierlens.cli;

import io.tierlens.cli.gate.Condition;
import io.tierlens.cli.gate.Gate;
import io.tierlens.cli.gate.GateResult;
import io.tierlens.cli.report.model.Report;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** When a comparison is a failure. */
final class GateOptions {

  private static final String ALL = "--fail-on";

  private static final String UNSURE = "--fail-on-insignificant";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = ALL,
      paramLabel = "EXPR",
      converter = Reader.class,
      description =
          "Ends with exit code 3 if it holds for a candidate in any window, as in"
              + " \"p95 > +10%%\", \"db > +20ms\", \"system_ms_per_request > 2x\","
              + " \"mean in two-clients > 800ms\"; may be repeated. Measures: mean, p50, p95, p99,"
              + " web, app, web_app, db, and user, nice, system, iowait, steal or cpu before"
              + " _ms_per_request. A change must be significant.")
  private List<Condition> conditions = new ArrayList<>();

  @Option(
      names = UNSURE,
      description = "Changes need not be significant for " + ALL + ", nor have an interval.")
  private boolean unsureToo;

  /** Reads a condition. */
  static final class Reader implements ITypeConverter<Condition> {
    @Override
    public Condition convert(String text) {
      try {
        return Condition.of(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /**
   * Refuses what can be judged in no report.
   *
   * @param comparison whether there will be two runs
   */
  void requireSense(boolean comparison) {
    if (unsureToo && conditions.isEmpty()) {
      throw wrong(UNSURE + " is about conditions, and there is none; add " + ALL + " EXPR");
    }
    for (Condition condition : conditions) {
      if (condition.comparesRuns() && !comparison) {
        throw wrong(
            "\""
                + condition.text()
                + "\" holds one run against another; give --baseline and --candidate,"
                + " or a limit without sign: 800ms");
      }
    }
  }

  /** Says what holds and what cannot be judged, and returns the exit code. */
  int judge(Report report) {
    GateResult result = new Gate(report, unsureToo).judge(conditions);
    PrintWriter err = spec.commandLine().getErr();
    result.leftOut().forEach(line -> err.println("tierlens: " + line));
    result.unjudged().forEach(line -> err.println("tierlens: " + line));
    result.held().forEach(line -> err.println("tierlens: " + line));
    err.flush();
    if (!result.held().isEmpty()) {
      return ExitCode.CONDITION_HOLDS;
    }
    return result.unjudged().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }
}
