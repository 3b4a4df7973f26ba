package io.tierlens.cli.report.model;

/** What a level means and which log line would lift it. */
final class LevelAdvice {
  private static final String CONNECTION =
      "a \"# Thread_id:\" (or \"Id:\") in every entry of the slow log";
  private static final String PROCESS = "the process id (pid in the application's log)";
  private static final String ID =
      "an id of the request in the access log and in a comment of each statement makes it exact";

  private LevelAdvice() {}

  /** Returns why figures of this level are withheld, and what to log to get them. */
  static String of(String level) {
    return "level " + level + ": " + meaning(level) + ". " + lift(level);
  }

  /** Returns by what queries are tied at this level. */
  static String meaning(String level) {
    return switch (level) {
      case "L0" -> "statements carry the id of their request";
      case "L1" -> "the logs name the process of a request and the connection it keeps";
      case "L1c" -> "a database connection serves one request";
      case "L2" -> "a database connection serves one request at a time";
      case "L3" -> "no key, but stamps so exact that the order of a page's statements tells";
      case "L4" -> "no key, and coarse stamps or a threshold: queries are shared by what is likely";
      case "L5" -> "these logs do not tell whose query is whose";
      case "none" -> "no query could be tied to a request";
      default -> "the expected error of tying is too large here";
    };
  }

  /** Returns what to log to reach a better level. */
  static String lift(String level) {
    return switch (level) {
      case "none" ->
          "Log every statement (long_query_time = 0) with its connection, the \"Id:\" of"
              + " \"# User@Host\" or a \"# Thread_id:\" line";
      case "L5", "L4", "L3" ->
          "Every statement (long_query_time = 0) with "
              + CONNECTION
              + " lifts it; "
              + PROCESS
              + " lifts it further; "
              + ID;
      case "L2", "L1c" -> "Stamps finer than a second and " + PROCESS + " lift it; " + ID;
      default -> "Stamps finer than a second lower the error; " + ID;
    };
  }
}
