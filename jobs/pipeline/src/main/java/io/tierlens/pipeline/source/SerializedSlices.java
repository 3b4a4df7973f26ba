package io.tierlens.pipeline.source;

import io.tierlens.pipeline.run.FileSlice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Carries slices of files through Spark's options, which are strings. */
final class SerializedSlices {

  private SerializedSlices() {}

  static String write(List<FileSlice> slices) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(slices.toArray(new FileSlice[0]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  static List<FileSlice> read(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(
          ObjectInputFilter.Config.createFilter("io.tierlens.**;java.util.*;java.lang.*;!*"));
      List<FileSlice> slices = new ArrayList<>();
      for (FileSlice slice : (FileSlice[]) in.readObject()) {
        slices.add(slice);
      }
      return slices;
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("slices that were not written by this version", e);
    }
  }
}
