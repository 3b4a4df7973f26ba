package io.tierlens.attribution.tier;

/** The parts of a request's residence time, and the requests that stand beside them. */
public enum Tier {
  /** All of a request's time. */
  REQUEST("request"),
  /** Self time of the web server, with the way to the application and its queue. */
  WEB("web"),
  /** Self time of the application, with its side of the talk with the database. */
  APP("app"),
  /** Time in the database server. */
  DB("db"),
  /** Web and application together, where the logs do not tell them apart. */
  WEB_APP("web_app"),
  /** All the time of the requests that do not reach the application. */
  STATIC("static");

  private final String label;

  Tier(String label) {
    this.label = label;
  }

  /** The tier as tables write it. */
  public String label() {
    return label;
  }
}
