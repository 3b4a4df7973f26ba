package io.tierlens.benchmarks;

import java.util.Random;

/**
 * The requests of a made-up shop, one after the other; the same ones for the same seed. Its pages
 * and their shares are those of an Interchange shop with static files before it.
 */
final class Traffic {

  private static final String[] AGENTS = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
        + " Chrome/124.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
        + " Version/17.4 Safari/605.1.15",
    "Mozilla/5.0 (X11; Linux x86_64; rv:125.0) Gecko/20100101 Firefox/125.0",
    "Mozilla/5.0 (compatible; shopload/1.0)",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
        + " Gecko) Version/17.4 Mobile/15E148 Safari/604.1",
    "curl/8.5.0",
    "Wget/1.21",
    "shop \\\"nightly\\\" check"
  };

  private static final String[] CATEGORIES = {
    "Hammers", "Ladders", "Paintbrushes", "Putty%20Knives", "Shovels", "Squares", "Tool%20Belts"
  };

  private static final String[] FILES = {
    "/strap/css/strap.css",
    "/strap/images/logo.png",
    "/strap/images/poweredby.gif",
    "/strap/js/jquery.matchHeight.js",
    "/strap/js/app.3f2a9c11.js"
  };

  private static final String SITE = "http://shop.example.test";
  private static final String CGI = "/cgi-bin/strap/";

  /** Too few: every dictionary of a column store holds them all. */
  private static final int CLIENTS = 20_000;

  private final Random random;

  private long second;
  private int client;
  private String method = "GET";
  private String path = "";
  private String referer = "-";
  private int status;
  private long bytes;
  private long durationUs;

  Traffic(long seed, long firstSecond) {
    random = new Random(seed);
    second = firstSecond;
  }

  Random random() {
    return random;
  }

  void next() {
    second += random.nextInt(6) == 0 ? 1 : 0;
    // Few clients ask often, many seldom.
    client = (int) (CLIENTS * Math.pow(random.nextDouble(), 3));
    boolean isPage = random.nextInt(3) > 0;
    method = "GET";
    path = isPage ? page() : file();
    referer = random.nextInt(4) == 0 ? "-" : SITE + page();
    int luck = random.nextInt(1000);
    status = luck < 900 ? 200 : luck < 970 ? 304 : luck < 990 ? 302 : luck < 997 ? 404 : 500;
    bytes = status == 304 ? 0 : isPage ? 4_000 + random.nextInt(20_000) : 700 + random.nextInt(900);
    durationUs = (long) ((isPage ? 120_000 : 900) * Math.exp(0.8 * random.nextGaussian()));
  }

  private String file() {
    return random.nextInt(4) == 0
        ? "/strap/images/items/os28" + (100 + random.nextInt(400)) + ".gif"
        : FILES[random.nextInt(FILES.length)];
  }

  private String page() {
    int luck = random.nextInt(100);
    if (luck < 20) {
      return CGI + "index.html";
    }
    if (luck < 50) {
      return CGI + "os28" + (100 + random.nextInt(400)) + ".html";
    }
    if (luck < 80) {
      String category = CATEGORIES[random.nextInt(CATEGORIES.length)];
      return CGI + "scan/fi=products/st=db/sf=category/se=" + category + "/op=eq/ml=20.html";
    }
    if (luck < 88) {
      method = "POST";
      return CGI + "search.html";
    }
    if (luck < 95) {
      method = "POST";
      return CGI + "ord/basket.html";
    }
    return CGI + "results.html?mv_session_id=a5hwWra6&mv_pc=" + random.nextInt(10_000);
  }

  /** Seconds since the epoch; never goes back. */
  long second() {
    return second;
  }

  String address() {
    return client % 100 == 0
        ? "2001:db8::" + Integer.toHexString(client)
        : "198.18." + client / 250 + "." + client % 250;
  }

  String session() {
    return "s" + Integer.toString(1_000_000 + client, 36);
  }

  /** As a log writes it: a quote in it has a backslash before it. */
  String agent() {
    // A client keeps its browser; few are odd ones.
    return AGENTS[client % 997 == 500 ? AGENTS.length - 1 : client % (AGENTS.length - 1)];
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  String referer() {
    return referer;
  }

  int status() {
    return status;
  }

  long bytes() {
    return bytes;
  }

  long durationUs() {
    return durationUs;
  }
}
