package io.tierlens.cli.report.model;

/** The kinds of CPU time that a report shows; idle is not spent on requests. */
public enum CpuMode {
  /** User mode. */
  USER("user", true),
  /** User mode at low priority. */
  NICE("nice", true),
  /** The kernel. */
  SYSTEM("system", true),
  /** Idle while a disk is waited for. */
  IOWAIT("iowait", false),
  /** Taken by the hypervisor. */
  STEAL("steal", false);

  private final String key;
  private final boolean busy;

  CpuMode(String key, boolean busy) {
    this.key = key;
    this.busy = busy;
  }

  /** Returns the name of the mode in the tables, which is also its name for people. */
  public String key() {
    return key;
  }

  /** Says whether a CPU in this mode works. */
  public boolean isBusy() {
    return busy;
  }
}
