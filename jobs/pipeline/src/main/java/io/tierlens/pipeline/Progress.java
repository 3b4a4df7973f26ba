package io.tierlens.pipeline;

/** Is told how a long job gets on. */
public interface Progress {

  /** For those who do not want to know. */
  Progress NONE = (what, tasks) -> {};

  /**
   * A step begins; the one before it is done.
   *
   * @param what is being done, to be shown to the user
   * @param tasks how many of Spark's tasks it takes; 0 if that is not known
   */
  void step(String what, int tasks);

  /**
   * A step begins that reads log files; the one before it is done.
   *
   * @param bytes how many of {@link ReadBytes} it takes; 0 if that is not known
   */
  default void step(String what, int tasks, long bytes) {
    step(what, tasks);
  }
}
