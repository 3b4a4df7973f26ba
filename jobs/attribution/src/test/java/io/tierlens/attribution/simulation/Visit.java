package io.tierlens.attribution.simulation;

import java.util.ArrayList;
import java.util.List;

/** A request on its way through the stack: what it has still to do, and what has happened. */
final class Visit {
  /** What a step waits for. */
  enum Kind {
    CPU,
    DELAY,
    DISK,
    TAKE_WORKER,
    LEAVE_WORKER,
    TAKE_CONNECTION,
    LEAVE_CONNECTION
  }

  /**
   * One thing to do.
   *
   * @param userUs for CPU steps; the length of delays and disk visits
   */
  record Step(Kind kind, double userUs, double systemUs, String statement) {
    static Step of(Kind kind) {
      return new Step(kind, 0, 0, null);
    }
  }

  /** A statement that ran. */
  record Ran(String statement, double startUs, double endUs, long connection) {}

  final int number;
  final int client;
  final String page;
  final String session;
  final boolean reachesApplication;
  final List<Step> steps;
  final List<Ran> ran = new ArrayList<>();
  int next;
  double startUs;
  double endUs;
  double appStartUs;
  double appEndUs;
  double queryStartUs;
  String statement;
  int worker = -1;
  long pid;
  long connection = -1;
  int atStart;

  Visit(
      int number,
      int client,
      String page,
      String session,
      boolean reachesApplication,
      List<Step> steps) {
    this.number = number;
    this.client = client;
    this.page = page;
    this.session = session;
    this.reachesApplication = reachesApplication;
    this.steps = steps;
  }

  double userUs() {
    return steps.stream().filter(step -> step.kind() == Kind.CPU).mapToDouble(Step::userUs).sum();
  }

  double systemUs() {
    return steps.stream().filter(step -> step.kind() == Kind.CPU).mapToDouble(Step::systemUs).sum();
  }

  /** Inside the application, outside of the database. */
  double appCpuUs() {
    double cpu = 0;
    boolean app = false;
    boolean db = false;
    for (Step step : steps) {
      switch (step.kind()) {
        case TAKE_WORKER -> app = true;
        case LEAVE_WORKER -> app = false;
        case TAKE_CONNECTION -> db = true;
        case LEAVE_CONNECTION -> db = false;
        case CPU -> cpu += app && !db ? step.userUs() + step.systemUs() : 0;
        case DELAY, DISK -> {}
      }
    }
    return cpu;
  }

  double diskUs() {
    return steps.stream().filter(step -> step.kind() == Kind.DISK).mapToDouble(Step::userUs).sum();
  }
}
