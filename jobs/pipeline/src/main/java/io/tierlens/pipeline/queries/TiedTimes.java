package io.tierlens.pipeline.queries;

import java.util.List;
import java.util.Objects;

/** The times by endpoint, class by class. */
record TiedTimes(List<EndpointTime> times) {

  /** Where a class's time belongs. */
  Tied ofClass(String key, double classTime) {
    List<EndpointTime> ofClass =
        times.stream().filter(time -> Objects.equals(time.classKey(), key)).toList();
    List<EndpointTime> tied = ofClass.stream().filter(EndpointTime::tied).toList();
    double listed = tied.stream().mapToDouble(EndpointTime::time).sum();
    double all = tied.isEmpty() ? 0 : tied.get(0).kindTime();
    return new Tied(
        tied.stream()
            .map(
                time ->
                    new Part(
                        time.endpoint(),
                        time.statements(),
                        time.time(),
                        Measures.quotient(time.time(), classTime)))
            .toList(),
        Measures.quotient(Math.max(0, all - listed), classTime),
        Measures.quotient(untied(ofClass), classTime));
  }

  /** Share of the time that is tied to no request. */
  Double noRequestShare(double allTime) {
    return Measures.quotient(untied(times), allTime);
  }

  /** How the queries were tied; null where none was. */
  String level() {
    return times.stream()
        .map(EndpointTime::level)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static double untied(List<EndpointTime> times) {
    return times.stream().filter(time -> !time.tied()).mapToDouble(EndpointTime::time).sum();
  }
}
