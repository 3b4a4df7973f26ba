package io.tierlens.pipeline.source;

import io.tierlens.pipeline.run.FileSlice;
import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/** What one task reads: slices of files, one after the other. */
record LogSplit(List<FileSlice> slices) implements InputPartition {
  private static final long serialVersionUID = 1;

  LogSplit {
    slices = List.copyOf(slices);
  }
}
