package io.tierlens.pipeline.ingest;

import static java.util.Objects.requireNonNull;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.sar.SarText;
import io.tierlens.pipeline.run.InputFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the order of dates such as 04/08/17, which a file of sar may leave open. In this order are
 * asked: other dates of the same file; the other logs of the run, of which the file must have seen
 * some time; other files of sar from the same machine. What none of them tells stays as it was
 * assumed, and {@link RunDoubts} asks for it.
 */
final class DateOrders {
  private static final String OPTION = ReadOptions.DATE_ORDER;

  /** No clock is further from UTC. */
  private static final long WIDEST_ZONE_US = 15 * 3_600_000_000L;

  private static final List<String> ORDERS = List.of("mdy", "dmy");

  private final List<SurveyedFile> files;
  private final Function<List<InputFile>, List<SurveyedFile>> survey;
  private final Map<String, Map<String, SurveyedFile>> readings = new HashMap<>();

  private DateOrders(
      List<SurveyedFile> files, Function<List<InputFile>, List<SurveyedFile>> survey) {
    this.files = files;
    this.survey = survey;
  }

  /** An order and what speaks for it. */
  private record Decision(String order, String evidence) {}

  /**
   * Settles what is open.
   *
   * @param files of one run, surveyed
   * @param survey surveys files once more
   * @return the files in the same order, those that were read in the wrong order of dates anew
   */
  static List<SurveyedFile> settle(
      List<SurveyedFile> files, Function<List<InputFile>, List<SurveyedFile>> survey) {
    return new DateOrders(
            requireNonNull(files, "files is null"), requireNonNull(survey, "survey is null"))
        .settle();
  }

  private static boolean isOpen(SurveyedFile file) {
    return file.survey() != null && file.survey().text().assumed().containsKey(OPTION);
  }

  private List<SurveyedFile> settle() {
    List<SurveyedFile> open = files.stream().filter(DateOrders::isOpen).toList();
    if (open.isEmpty()) {
      return files;
    }
    for (String order : ORDERS) {
      List<InputFile> other =
          open.stream()
              .filter(file -> !order.equals(file.survey().text().assumed().get(OPTION)))
              .map(file -> in(file.file(), order))
              .toList();
      if (!other.isEmpty()) {
        survey.apply(other).forEach(file -> note(order, file));
      }
    }
    open.forEach(file -> note(file.survey().text().assumed().get(OPTION), file));
    return files.stream().map(file -> isOpen(file) ? settled(file) : file).toList();
  }

  private static InputFile in(InputFile file, String order) {
    return file.learned(Map.of(OPTION, order));
  }

  private void note(String order, SurveyedFile read) {
    readings.computeIfAbsent(read.file().name(), name -> new HashMap<>()).put(order, read);
  }

  private SurveyedFile settled(SurveyedFile file) {
    Decision decision = ownDates(file);
    if (decision == null) {
      decision = otherLogs(file);
    }
    if (decision == null) {
      decision = sameMachine(file);
    }
    if (decision == null) {
      return file;
    }
    return reading(file, decision.order())
        .withInput(in(file.file(), decision.order()))
        .decided(OPTION, SarText.DATE_ORDER_FACT, decision.order() + ": " + decision.evidence());
  }

  private SurveyedFile reading(SurveyedFile file, String order) {
    return readings.get(file.file().name()).get(order);
  }

  private static Decision ownDates(SurveyedFile file) {
    String order = file.survey().text().learned().get(OPTION);
    return order == null ? null : new Decision(order, "another date of the file is in this order");
  }

  private Decision otherLogs(SurveyedFile file) {
    Decision covering = otherLogs(file, 0, "only so does it cover time that %s covers");
    // The zone may not be known yet; the two orders are weeks apart, and no zone is.
    return covering != null
        ? covering
        : otherLogs(file, WIDEST_ZONE_US, "only so is it of the day of %s");
  }

  private Decision otherLogs(SurveyedFile file, long toleranceUs, String words) {
    List<Decision> possible = new ArrayList<>();
    for (String order : ORDERS) {
      TimeSpan span = TimeSpan.of(reading(file, order));
      files.stream()
          .filter(other -> !isOpen(other))
          .filter(other -> span != null && span.widenedBy(toleranceUs).meets(TimeSpan.of(other)))
          .map(other -> other.file().name())
          .findFirst()
          .ifPresent(met -> possible.add(new Decision(order, words.formatted(met))));
    }
    return possible.size() == 1 ? possible.get(0) : null;
  }

  private Decision sameMachine(SurveyedFile file) {
    Map<String, List<String>> byOrder =
        files.stream()
            .filter(other -> other.survey() != null)
            .filter(other -> !other.file().name().equals(file.file().name()))
            .filter(other -> other.file().kind().equals(file.file().kind()))
            .filter(other -> String.valueOf(file.file().host()).equals(other.file().host()))
            .filter(other -> other.survey().text().learned().containsKey(OPTION))
            .collect(
                Collectors.groupingBy(
                    other -> other.survey().text().learned().get(OPTION),
                    Collectors.mapping(other -> other.file().name(), Collectors.toList())));
    if (byOrder.size() != 1) {
      return null;
    }
    String order = byOrder.keySet().iterator().next();
    String other = new TreeSet<>(byOrder.get(order)).first();
    return new Decision(order, "so are the dates of " + other + ", of the same machine");
  }
}
