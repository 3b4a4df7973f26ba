package io.tierlens.pipeline.suggest;

import io.tierlens.pipeline.ingest.SurveyedFile;
import io.tierlens.pipeline.run.HostDescription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which tiers a machine serves, by the kinds of its logs. */
final class Tiers {
  private Tiers() {}

  /** The tier that a log is of; null for those that watch a machine. */
  static String of(SurveyedFile file) {
    String kind = file.file().kind();
    if (kind.equals("apache-access")) {
      return "web";
    }
    if (kind.equals("mysql-slow-log")) {
      return "db";
    }
    return kind.equals("app-timing") || kind.startsWith("interchange-") ? "app" : null;
  }

  /** A tier and a file of it, for each tier that the logs are of. */
  private static Map<String, String> found(Collection<SurveyedFile> logs) {
    Map<String, String> found = new LinkedHashMap<>();
    for (SurveyedFile log : logs) {
      String tier = of(log);
      if (tier != null) {
        found.putIfAbsent(tier, log.file().name());
      }
    }
    return found;
  }

  /**
   * The tiers of a machine that serves.
   *
   * @param own its logs
   * @param others the logs of all other machines
   * @param alone whether no other machine serves
   */
  static Told<List<String>> of(
      Collection<SurveyedFile> own, Collection<SurveyedFile> others, boolean alone) {
    Map<String, String> found = found(own);
    Map<String, String> elsewhere = found(others);
    List<String> tiers = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (String tier : HostDescription.TIERS) {
      if (found.containsKey(tier)) {
        tiers.add(tier);
        reasons.add(tier + " has " + found.get(tier));
      } else if (alone) {
        tiers.add(tier);
        reasons.add(tier + " has no log here, and no other machine");
      } else if (tier.equals("app") && found.containsKey("web") && !elsewhere.containsKey("app")) {
        tiers.add(tier);
        reasons.add("app has no log and is taken to run beside web");
      }
    }
    return new Told<>(
        tiers,
        reasons.isEmpty()
            ? "no log of a tier is of this machine; say web, app or db if it serves one"
            : String.join("; ", reasons));
  }
}
