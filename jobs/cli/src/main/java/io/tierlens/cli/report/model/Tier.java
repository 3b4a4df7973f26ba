package io.tierlens.cli.report.model;

/** The parts that the time of a request is split into. */
public enum Tier {
  /** All of the request. */
  REQUEST("request", "whole request", "all of the request"),
  /** The web server. */
  WEB(
      "web",
      "web server",
      "the web server and the way to the application: the queue for the application's processes,"
          + " and what these do before and after the page, are in here"),
  /** The application. */
  APP(
      "app",
      "application",
      "the application outside the database server: round trips to the database and client work"
          + " are in here"),
  /** Web server and application, where the logs do not tell them apart. */
  WEB_APP(
      "web_app",
      "web + application",
      "web server and application together, as the logs do not tell them apart"),
  /** The database server. */
  DB("db", "database server", "time in the database server, as its slow log counts it"),
  /** Requests that do not reach the application: a population of its own. */
  STATIC("static", "static requests", "requests that do not reach the application, on their own");

  private final String key;
  private final String label;
  private final String meaning;

  Tier(String key, String label, String meaning) {
    this.key = key;
    this.label = label;
    this.meaning = meaning;
  }

  /** Returns the name of the tier in the tables. */
  public String key() {
    return key;
  }

  /** Returns the name for people. */
  public String label() {
    return label;
  }

  /** Returns what is in it. */
  public String meaning() {
    return meaning;
  }

  /** Says whether the tier is a part of the request, so that the parts sum to the whole. */
  public boolean isPart() {
    return this != REQUEST && this != STATIC;
  }
}
