package io.tierlens.attribution.simulation;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** A shop: its pages, and the CPU time of its statements in the database. */
public final class Shop {
  private static final Map<String, Double> MEAN_MS =
      Map.ofEntries(
          entry("session_get", 8.0),
          entry("session_put", 10.0),
          entry("banner_sel", 12.0),
          entry("cat_sel", 40.0),
          entry("prod_by_cat", 110.0),
          entry("price_sel", 6.0),
          entry("inv_sel", 10.0),
          entry("prod_sel", 25.0),
          entry("related_sel", 60.0),
          entry("search_text", 150.0),
          entry("search_count", 50.0),
          entry("cart_sel", 15.0),
          entry("cart_upd", 12.0),
          entry("tax_sel", 8.0),
          entry("ship_sel", 9.0),
          entry("order_ins", 40.0),
          entry("line_ins", 12.0),
          entry("user_sel", 15.0));

  private static final double OTHER_MS = 20;

  private Shop() {}

  /** Mean CPU time of a statement. */
  static double meanMs(String statement) {
    return MEAN_MS.getOrDefault(statement, OTHER_MS);
  }

  /** Eight pages that share statements; two of them run none. */
  public static List<Page> pages() {
    return List.of(
        Page.named("index")
            .weight(4)
            .computes(30, 8, 60)
            .runs("session_get", "banner_sel")
            .maybe(0.5, "cat_sel")
            .loops(0, 2, "prod_sel", "price_sel")
            .runs("session_put"),
        Page.named("category")
            .weight(4)
            .runs("session_get", "cat_sel", "prod_by_cat")
            .loops(1, 5, "price_sel")
            .maybe(0.3, "banner_sel")
            .runs("session_put"),
        Page.named("product")
            .weight(5)
            .runs("session_get", "prod_sel")
            .either(0.6, List.of("inv_sel", "price_sel"), List.of("price_sel"))
            .maybe(0.4, "related_sel")
            .runs("session_put"),
        Page.named("search")
            .weight(3)
            .computes(40, 12, 80)
            .runs("session_get", "search_count", "search_text")
            .loops(0, 4, "price_sel", "inv_sel")
            .runs("session_put"),
        Page.named("basket")
            .weight(2)
            .runs("session_get", "cart_sel")
            .loops(1, 3, "prod_sel", "inv_sel")
            .runs("cart_upd", "session_put"),
        Page.named("checkout")
            .weight(1)
            .computes(50, 10, 70)
            .runs("session_get", "user_sel", "cart_sel", "tax_sel", "ship_sel")
            .either(0.7, List.of("order_ins", "line_ins", "line_ins"), List.of("user_sel"))
            .runs("session_put"),
        Page.named("login").weight(0.7).computes(60, 0, 50),
        Page.named("help").weight(0.5).computes(40, 0, 40));
  }

  /** One page of one CPU demand that runs nothing: what queueing theory speaks of. */
  public static List<Page> onePage(double meanMs) {
    return List.of(Page.named("page").computes(meanMs / 2, 0, meanMs / 2));
  }
}
