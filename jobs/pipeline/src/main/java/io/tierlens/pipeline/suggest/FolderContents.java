package io.tierlens.pipeline.suggest;

import io.tierlens.formats.UnknownFormat;
import io.tierlens.formats.record.Reject;
import io.tierlens.pipeline.ingest.SurveyedFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a folder by what becomes of them.
 *
 * @param logs to be read
 * @param leftOut the names of all others, with the reason
 */
record FolderContents(List<SurveyedFile> logs, Map<String, String> leftOut) {
  FolderContents {
    logs = List.copyOf(logs);
    leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
  }

  static FolderContents of(List<SurveyedFile> files) {
    List<SurveyedFile> logs = new ArrayList<>();
    Map<String, String> leftOut = new LinkedHashMap<>();
    Map<String, String> texts = new HashMap<>();
    for (SurveyedFile file : files) {
      String name = file.file().name();
      if (file.problem() != null) {
        leftOut.put(name, "cannot be read: " + file.problem());
      } else if (file.file().kind().equals(UnknownFormat.KIND)) {
        leftOut.put(name, whyUnknown(file));
      } else {
        String same = texts.putIfAbsent(file.survey().digest().contentSha256(), name);
        if (same == null) {
          logs.add(file);
        } else {
          leftOut.put(name, "holds the same text as " + same + ", which would count twice");
        }
      }
    }
    return new FolderContents(logs, leftOut);
  }

  private static String whyUnknown(SurveyedFile file) {
    if (file.survey().bytes() == 0) {
      return "is empty";
    }
    return file.firstRejects().stream()
        .findFirst()
        .map(Reject::reason)
        .orElse("no known kind of log");
  }
}
