package io.tierlens.pipeline.source;

import io.tierlens.pipeline.run.FileSlice;
import java.util.List;

/** The slices of files that a scan reads. */
interface SlicePlan {

  /**
   * The slices in the order of their rows.
   *
   * @param numbered whether they must know how many lines are before them, which may cost a job
   */
  List<FileSlice> slices(boolean numbered);

  /** How many bytes are stored in all. */
  long bytes();

  /** How many bytes, at most, one task should read. */
  long partBytes();

  /** What is read, for plans that are shown. */
  String description();
}
