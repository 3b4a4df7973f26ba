package io.tierlens.formats.interchange;

/** What is to be said of the lines of a debug log. */
final class DebugNotes {

  /** The template that tells most, and is recognised. */
  static final String ADVICE =
      "[%d/%b/%Y:%H:%M:%S %z] pid={PID} {CATALOG} {HOST} {REQUEST_METHOD} {REQUEST_URI} {MESSAGE}";

  static final String SET_TEMPLATE = "set in interchange.cfg: DebugTemplate " + ADVICE;

  // Kinds of ignored lines.
  static final String BEGIN_CONNECTION = "begin connection";
  static final String END_CGI_READ = "end cgi read";
  static final String LOG_BEGINS = "start of the debug log";
  static final String OTHER_MESSAGE = "other debug message";
  static final String WITHOUT_TIME = "debug mark without a time";
  static final String SEVERAL_PAGES = "debug mark that may be of several pages";

  private DebugNotes() {}
}
