package io.tierlens.pipeline.ingest;

import io.tierlens.formats.record.Reject;
import io.tierlens.formats.sysstat.RecordingFacts;
import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.run.RunDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What must hold before a run is replaced. */
final class SurveyChecks {

  private SurveyChecks() {}

  static void requireSound(RunDescription run, List<SurveyedFile> files, IngestJob.Mode mode) {
    requireReadable(files);
    requireConservation(files);
    requireEachTextOnce(run.run(), files);
    if (run.logs().isEmpty()) {
      requireOneMachine(files);
    }
    if (mode == IngestJob.Mode.FAILFAST) {
      requireNoRejects(files);
    }
  }

  private static void requireReadable(List<SurveyedFile> files) {
    String problems =
        files.stream()
            .filter(file -> file.problem() != null)
            .map(file -> file.file().name() + ": cannot be read: " + file.problem())
            .collect(Collectors.joining("\n"));
    if (!problems.isEmpty()) {
      throw new UserError(
          problems + "\nNothing was written; mend the file or its rights, or take it out.");
    }
  }

  private static void requireConservation(List<SurveyedFile> files) {
    for (SurveyedFile surveyed : files) {
      if (!surveyed.survey().addsUp()) {
        throw new IllegalStateException(
            surveyed.file().name() + ": the ledger does not add up: " + surveyed.survey());
      }
      if (surveyed.survey().bytes() != surveyed.file().size()) {
        throw new UserError(
            surveyed.file().name()
                + ": the file had "
                + surveyed.file().size()
                + " bytes when it was found and "
                + surveyed.survey().bytes()
                + " when it was read, so it is still being written; ingest a copy of it");
      }
    }
  }

  private static void requireEachTextOnce(String run, List<SurveyedFile> files) {
    Map<String, String> names = new HashMap<>();
    for (SurveyedFile surveyed : files) {
      if (surveyed.survey().totalRows() == 0) {
        continue;
      }
      String name = surveyed.file().name();
      String other =
          names.putIfAbsent(
              surveyed.file().host() + " " + surveyed.survey().digest().contentSha256(), name);
      if (other != null) {
        throw new UserError(
            other
                + " and "
                + name
                + " of run \""
                + run
                + "\" hold the same text, and each of its lines would count twice;"
                + " take one of them out. Nothing was written.");
      }
    }
  }

  /** Files that no run.yaml describes are taken for one machine's, unless they say otherwise. */
  private static void requireOneMachine(List<SurveyedFile> files) {
    Map<String, String> fileOfMachine = new TreeMap<>();
    for (SurveyedFile surveyed : files) {
      String machine = surveyed.survey().text().facts().get(RecordingFacts.HOST_NAME);
      if (machine != null) {
        fileOfMachine.putIfAbsent(machine, surveyed.file().name());
      }
    }
    if (fileOfMachine.size() > 1) {
      throw new UserError(
          "the files are of several machines "
              + fileOfMachine
              + ", and nothing says which of them serves the requests; write a run.yaml that gives"
              + " each log its host. Nothing was written.");
    }
  }

  private static void requireNoRejects(List<SurveyedFile> files) {
    for (SurveyedFile surveyed : files) {
      if (surveyed.survey().rejectedLines() > 0) {
        Reject first = surveyed.firstRejects().get(0);
        throw new UserError(
            surveyed.file().name()
                + ":"
                + first.line()
                + ": "
                + first.reason()
                + " ("
                + surveyed.survey().rejectedLines()
                + " such lines in the file). Nothing was written, as --mode failfast asks;"
                + " --mode permissive keeps such lines as rejects.");
      }
    }
  }
}
