package io.tierlens.attribution.difference;

import java.util.List;

/**
 * The difference of two means, split exactly over endpoints, tiers and components.
 *
 * @param parts within and mix of each endpoint and tier
 * @param totalUs their sum: candidate's mean request less the baseline's
 */
public record MeanSplit(List<Part> parts, double totalUs) {

  /** Which change made a part of the difference. */
  public enum Component {
    /** The endpoint's own mean. */
    WITHIN("within"),
    /** The endpoint's share of the requests. */
    MIX("mix");

    private final String label;

    Component(String label) {
      this.label = label;
    }

    /** The component as tables write it. */
    public String label() {
      return label;
    }
  }

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
