package io.tierlens.cli.report.html;

import java.util.Set;

/**
 * One page of help, as the report carries it.
 *
 * @param html made by the build's own pages alone, nothing of it from a log
 * @param anchors what of it can be linked to
 */
public record HelpPage(String html, Set<String> anchors) {

  /** Copies the set. */
  public HelpPage {
    anchors = Set.copyOf(anchors);
  }
}
