package io.tierlens.cli.report.model;

/** What a level means and which log line would lift it. */
final class LevelAdvice {

  private LevelAdvice() {}

  /** Returns why figures of this level are withheld, and what to log to get them. */
  static String of(String level) {
    return switch (level) {
      case "none" ->
          "level none: no query could be tied to a request. Log every statement"
              + " (long_query_time = 0) with its connection, the \"Id:\" of \"# User@Host\" or a"
              + " \"# Thread_id:\" line";
      case "L5" ->
          "level L5: these logs do not tell whose query is whose. A \"# Thread_id:\" (or"
              + " \"Id:\") in every entry of the slow log lifts it; the process id lifts it"
              + " further (%P in Apache's LogFormat, pid in the application's log); an id of the"
              + " request in the access log and in a comment of each statement makes it exact";
      default ->
          "level "
              + level
              + ": the expected error of tying is too large here. Stamps finer than a second and"
              + " the process id (%P in Apache's LogFormat, pid in the application's log) lower"
              + " it";
    };
  }
}
