package io.tierlens.pipeline.run;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A run and the files that make it up.
 *
 * @param notes what the user should know: guesses made, files left out
 */
public record RunInputs(RunDescription description, List<InputFile> files, List<String> notes) {
  public RunInputs {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /** The order of the names, so that a lake does not depend on how a folder is listed. */
  static List<InputFile> sorted(Collection<InputFile> files) {
    return files.stream().sorted(Comparator.comparing(InputFile::name)).toList();
  }
}
