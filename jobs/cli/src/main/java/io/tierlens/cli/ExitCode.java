package io.tierlens.cli;

/** What the shell is told. Wrong usage is 2, which picocli returns by itself. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int CONDITION_HOLDS = 3;

  private ExitCode() {}
}
