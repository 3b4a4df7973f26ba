package io.tierlens.attribution.difference;

import java.util.List;

/**
 * The difference of two means, split exactly over endpoints, tiers and components.
 *
 * @param parts within and mix of each endpoint and tier
 * @param totalUs their sum: candidate's mean request less the baseline's
 */
public record MeanSplit(List<Part> parts, double totalUs) {

  /** What one change of one endpoint and tier adds to the difference. */
  public record Part(String endpoint, String tier, Component component, double deltaUs) {}

  public MeanSplit {
    parts = List.copyOf(parts);
  }

  /** Sum of the parts of one tier and component. */
  public double sumUs(String tier, Component component) {
    return parts.stream()
        .filter(part -> part.tier().equals(tier) && part.component() == component)
        .mapToDouble(Part::deltaUs)
        .sum();
  }
}
