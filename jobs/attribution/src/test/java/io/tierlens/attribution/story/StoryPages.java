package io.tierlens.attribution.story;

import io.tierlens.attribution.simulation.Page;
import java.util.List;
import java.util.Map;

/** The shop of the story: pages of an Interchange catalog and the SQL that they run. */
final class StoryPages {
  static final Map<String, String> SQL =
      Map.ofEntries(
          Map.entry("session_get", "select session from sessions where code = 'PF3kq8Wd'"),
          Map.entry("session_put", "update sessions set last_accessed = 1232463600"),
          Map.entry(
              "banner_sel", "select code, rotate, weight from banner where category = 'default'"),
          Map.entry("cat_sel", "select prod_group, category from products group by category"),
          Map.entry("prod_by_cat", "select * from products where category = 'Hammers'"),
          Map.entry("price_sel", "select price from pricing where sku = 'os28004'"),
          Map.entry("inv_sel", "select quantity from inventory where sku = 'os28004'"),
          Map.entry("prod_sel", "select * from products where sku = 'os28004'"),
          Map.entry("related_sel", "select sku, description from merchandising where featured = 1"),
          Map.entry(
              "search_text",
              "select sku, description, price from products where comment like '%ladder%'"),
          Map.entry("search_count", "select count(*) from products where comment like '%ladder%'"),
          Map.entry("cart_sel", "select * from carts where session = 'PF3kq8Wd'"),
          Map.entry("cart_upd", "update carts set quantity = 2 where sku = 'os28004'"),
          Map.entry("user_sel", "select * from userdb where username = 'U00041'"),
          Map.entry("tax_sel", "select rate from salestax where state = 'NY'"),
          Map.entry("ship_sel", "select cost from shipping where mode = 'UPSG'"),
          Map.entry("order_ins", "insert into transactions (code, total) values ('T10041', 89.97)"),
          Map.entry(
              "line_ins", "insert into orderline (code, sku) values ('T10041-1', 'os28004')"));

  private StoryPages() {}

  /** What the visitor did, as usertrack has it. */
  static String action(String page) {
    return switch (page) {
      case "os28004" -> "VIEWPROD=os28004 Ergo Roller Rollers";
      case "results" -> "VIEWPAGE=results";
      default -> "VIEWPAGE=" + page;
    };
  }

  static List<Page> pages() {
    return List.of(
        Page.named("index")
            .weight(4)
            .computes(60, 12, 110)
            .runs("session_get", "banner_sel", "cat_sel")
            .loops(0, 2, "prod_sel", "price_sel")
            .runs("session_put"),
        Page.named("os28004")
            .weight(5)
            .computes(60, 12, 130)
            .runs("session_get", "prod_sel", "inv_sel", "price_sel")
            .maybe(0.5, "related_sel")
            .runs("session_put"),
        Page.named("results")
            .weight(4)
            .computes(60, 12, 120)
            .runs("session_get", "search_count", "search_text")
            .loops(1, 5, "price_sel")
            .runs("session_put"),
        Page.named("ord/basket")
            .weight(2)
            .computes(70, 12, 130)
            .runs("session_get", "cart_sel")
            .loops(1, 3, "prod_sel", "inv_sel")
            .runs("cart_upd", "session_put"),
        Page.named("ord/checkout")
            .weight(1)
            .computes(80, 12, 160)
            .runs("session_get", "user_sel", "cart_sel", "tax_sel", "ship_sel")
            .either(0.6, List.of("order_ins", "line_ins", "line_ins"), List.of("user_sel"))
            .runs("session_put"),
        Page.named("login").weight(1).computes(120, 0, 130));
  }
}
