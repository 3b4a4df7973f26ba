package io.tierlens.attribution.chain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Copies of problems, whole or in part. */
final class Renumbered {
  private Renumbered() {}

  /** The same with pages and statements numbered from the other end. */
  static Problem of(Problem problem) {
    List<String> pages = new ArrayList<>(problem.pageNames());
    List<String> statements = new ArrayList<>(problem.statementNames());
    Collections.reverse(pages);
    Collections.reverse(statements);
    Problem.Builder builder = Problem.builder().names(pages, statements);
    requests(builder, problem);
    for (int q = 0; q < problem.queries(); q++) {
      query(builder, problem, q);
    }
    return builder.build();
  }

  /** The requests alone. */
  static Problem.Builder requests(Problem problem) {
    Problem.Builder builder = Problem.builder();
    requests(builder, problem);
    return builder;
  }

  private static void requests(Problem.Builder builder, Problem problem) {
    for (int r = 0; r < problem.requests(); r++) {
      builder.request(
          problem.startsFromUs(r),
          problem.startsByUs(r),
          problem.durationUs(r),
          problem.pageNames().get(problem.page(r)),
          null);
    }
  }

  /** Adds one of the problem's queries. */
  static void query(Problem.Builder builder, Problem problem, int q) {
    builder.query(
        problem.endsFromUs(q),
        problem.endsByUs(q),
        problem.timeUs(q),
        problem.statementNames().get(problem.statement(q)),
        null);
  }
}
