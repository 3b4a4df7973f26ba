package io.tierlens.pipeline.attribute;

import java.util.Set;

/**
 * The logs of an application whose events are pages with their times: those that are attributed.
 */
public final class PageLogs {

  /** The kind with exact times. */
  static final String EXACT = "app-timing";

  /** The kind with its times in whole seconds. */
  static final String WHOLE_SECONDS = "interchange-bench";

  /** All kinds. */
  public static final Set<String> KINDS = Set.of(EXACT, WHOLE_SECONDS);

  private PageLogs() {}
}
