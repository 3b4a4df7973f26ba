package io.tierlens.benchmarks;

import java.util.Random;

/**
 * The statements of a made-up shop, one after the other; the same ones for the same seed. Most are
 * short; a few hold hundreds of rows or a whole document. They have some hundred normal forms.
 */
final class SqlStatements {

  private static final String[] TABLES =
      words(
          "products|inventory|orders|order_lines|customers|addresses|carts|cart_items|"
              + "sessions|prices|categories|product_categories|images|reviews|coupons|payments|"
              + "shipments|stock_moves|suppliers|taxes|audit_2026_11|settings");

  private static final String[] COLUMNS =
      words(
          "id|sku|name|price|status|created_at|updated_at|customer_id|order_id|quantity|"
              + "warehouse_id|category_id|email|country|session_id|token");

  private static final String[] COMMANDS = {"Prepare", "Close stmt", "Ping", "Quit", "Init DB"};

  private static final String[] WORDS =
      words(
          "hammer|ladder|O\\'Brien|putty knife|it''s|garden; hose|Müller|50% off|"
              + "\\\"best\\\"|tool-belt|C:\\\\data|a?b|# 7|-- none");

  /** Of each kind. Too many: no two statements are alike, and nothing can be digested. */
  private static final int SHAPES = 120;

  private final Random random;

  /** Chooses names and clauses: the same for all statements of one shape. */
  private final Random shape = new Random();

  private final StringBuilder text = new StringBuilder();
  private boolean command;

  private static String[] words(String parted) {
    return parted.split("\\|", -1);
  }

  SqlStatements(Random random) {
    this.random = random;
  }

  /** Whether the last statement was none but an administrator command. */
  boolean isCommand() {
    return command;
  }

  /** The next statement, its last semicolon left out. Holds until the one after it. */
  CharSequence next() {
    text.setLength(0);
    command = false;
    // Few shapes are frequent, many seldom.
    shape.setSeed((long) (SHAPES * Math.pow(random.nextDouble(), 3)));
    int luck = random.nextInt(10_000);
    if (luck < 400) {
      command = true;
      text.append("# administrator command: ").append(pick(COMMANDS));
    } else if (luck < 5_500) {
      tagsBefore();
      select();
    } else if (luck < 6_700) {
      selectIn();
    } else if (luck < 7_500) {
      join();
    } else if (luck < 8_500) {
      insert(1);
    } else if (luck < 8_650) {
      insert(20 + random.nextInt(180));
    } else if (luck < 9_500) {
      update();
    } else if (luck < 9_700) {
      text.append("DELETE FROM ").append(name(TABLES)).append(" WHERE id = ").append(number());
    } else if (luck < 9_997) {
      text.append(random.nextBoolean() ? "COMMIT" : "SET NAMES utf8mb4");
    } else {
      document();
    }
    if (!command && random.nextInt(20) == 0) {
      tags();
    }
    return text;
  }

  private void select() {
    text.append("SELECT ").append(columns(1 + shape.nextInt(4)));
    text.append(" FROM `").append(name(TABLES)).append("` WHERE `").append(name(COLUMNS));
    text.append("` = ");
    value();
    if (shape.nextInt(3) == 0) {
      text.append(" AND ").append(name(COLUMNS)).append(" > ").append(number());
    }
    if (shape.nextInt(4) == 0) {
      text.append(" ORDER BY ").append(name(COLUMNS)).append(" DESC LIMIT ").append(number());
    }
  }

  private void selectIn() {
    select();
    text.append(" AND id IN (");
    for (int i = 1 + random.nextInt(random.nextInt(10) == 0 ? 300 : 40); i >= 0; i--) {
      text.append(number()).append(i > 0 ? "," : ")");
    }
  }

  private void join() {
    text.append("select p.sku, p.name, sum(l.quantity) as sold, max(o.created_at)\n  from ");
    text.append(name(TABLES)).append(" p\n  join ").append(name(TABLES));
    text.append(" l on l.sku = p.sku\n  left join ").append(name(TABLES));
    text.append(" o on o.id = l.order_id -- only paid ones\n where o.status in ('paid', 'sent')\n");
    text.append("   and o.created_at between '2026-11-01 00:00:00' and '2026-11-22 23:59:59'\n");
    text.append("   and p.name like '%")
        .append(pick(WORDS))
        .append("%'\n\n group by p.sku, p.name\n");
    text.append("having sold > ").append(number()).append("\n order by sold desc limit 20, 20");
  }

  private void insert(int rows) {
    text.append("INSERT INTO ")
        .append(name(TABLES))
        .append(" (id, name, price, created_at) VALUES ");
    for (int i = 0; i < rows; i++) {
      text.append(i > 0 ? "," : "").append('(').append(number()).append(",'").append(pick(WORDS));
      text.append("',").append(random.nextInt(1000)).append('.').append(random.nextInt(10));
      text.append(shape.nextBoolean() ? ",NOW())" : ",NULL)");
    }
  }

  private void update() {
    text.append("UPDATE ").append(name(TABLES)).append(" SET ").append(name(COLUMNS)).append(" = ");
    value();
    text.append(", updated_at = now() WHERE id = ").append(number());
  }

  /** Some 100 KB in one literal. */
  private void document() {
    text.append("REPLACE INTO documents (id, body) VALUES (").append(number()).append(", '");
    while (text.length() < 100_000) {
      text.append(pick(WORDS)).append(random.nextInt(12) == 0 ? "\n" : " ");
    }
    text.append("')");
  }

  private void tagsBefore() {
    if (random.nextInt(12) == 0) {
      text.append("/* app:shop, host:www").append(random.nextInt(8)).append(" */ ");
    }
  }

  private void tags() {
    text.append(" /*controller='").append(name(TABLES)).append("',route='%2Fshop%2F");
    text.append(name(COLUMNS)).append("',traceparent='00-").append(hex()).append(hex());
    text.append('-').append(hex()).append("-01'*/");
  }

  private String hex() {
    return String.format("%016x", random.nextLong());
  }

  private void value() {
    if (shape.nextBoolean()) {
      text.append(number());
    } else {
      text.append('\'').append(pick(WORDS)).append(number()).append('\'');
    }
  }

  private String columns(int count) {
    StringBuilder list = new StringBuilder(name(COLUMNS));
    for (int i = 1; i < count; i++) {
      list.append(", ").append(name(COLUMNS));
    }
    return list.toString();
  }

  private int number() {
    return random.nextInt(random.nextBoolean() ? 100 : 10_000_000);
  }

  private String name(String[] from) {
    return from[shape.nextInt(from.length)];
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
