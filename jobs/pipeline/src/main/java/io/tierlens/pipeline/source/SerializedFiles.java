package io.tierlens.pipeline.source;

import io.tierlens.pipeline.run.InputFile;
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

/** Carries input files through Spark's options, which are strings. */
final class SerializedFiles {

  private SerializedFiles() {}

  static String write(List<InputFile> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(files.toArray(new InputFile[0]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  static List<InputFile> read(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(
          ObjectInputFilter.Config.createFilter("io.tierlens.**;java.util.*;java.lang.*;!*"));
      List<InputFile> files = new ArrayList<>();
      for (InputFile file : (InputFile[]) in.readObject()) {
        files.add(file);
      }
      return files;
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("files that were not written by this version", e);
    }
  }
}
