package io.tierlens.pipeline.source;

import io.tierlens.pipeline.run.FileSlice;
import java.util.List;

/** Slices that a survey of the files has made; it has counted their lines. */
record SurveyedSlices(List<FileSlice> all, long partBytes) implements SlicePlan {
  SurveyedSlices {
    all = List.copyOf(all);
  }

  @Override
  public List<FileSlice> slices(boolean numbered) {
    return all;
  }

  @Override
  public long bytes() {
    return all.stream().mapToLong(FileSlice::bytes).sum();
  }

  @Override
  public String description() {
    return all.stream().map(slice -> slice.file().uri()).distinct().count() + " files";
  }
}
