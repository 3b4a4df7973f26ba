package io.tierlens.formats.apache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.endpoint.EndpointRules;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.Selection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointFolderTest {
  private final EndpointFolder folder = new EndpointFolder(EndpointRules.NONE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/index.html",
        "/cgi-bin/strap/index.html",
        "/cgi-bin/strap/search.html",
        "/cgi-bin/strap/login.html",
        "/cgi-bin/strap/ord/basket.html",
        "/cgi-bin/strap/ord/checkout",
        "/strap/",
        "/index2.html",
        "/page-12.html",
        "/mp3",
        "/utf8",
        "/api/v2/items",
        "/js/jquery-3.6.0.min.js",
        "/js/bootstrap-337.css",
        "/.htaccess",
        "/a.b/c",
        "/facade",
        "/deadbeef",
        "/x=",
        "/=x",
        "/caf\u00e9",
        "/a%20b",
        "*",
        "relative",
        "/iPhone14/x",
        "/Version2/x",
        "/Html5Css/x",
        "/MCZPqFkw/x",
        "/a5hwWra67/x",
        "/a5hwWr6/x",
        "/HowToInstallMySQL5OnDebian",
        "/the-best-10-phones-of-2024",
        "/deadbeef-cafe",
        "/2026-13-25/x",
        "/2026-11-32/x",
        "/1866-11-25/x",
        "/20-26-11/x",
        "/a%20b%20c",
        "/100%25%zz%2",
        "/caf%C3%A9",
        "/(S())/x",
        "/main-bundle.js",
        "/a+b",
        "/a=b=c",
      })
  void staysItself(String path) {
    String expected =
        switch (path) {
          case "/x=" -> "/{x}";
          case "/a=b=c" -> "/{a}";
          default -> path;
        };
    assertThat(fold("GET", path)).isEqualTo("GET " + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/cgi-bin/strap/os28110.html | /cgi-bin/strap/{sku}.html",
        "/cgi-bin/strap/os28110 | /cgi-bin/strap/{sku}",
        "/shop/A-1234-XL | /shop/{sku}",
        "/shop/os28110/ | /shop/{sku}/",
        "/shop/os28110/reviews | /shop/os28110/reviews",
        "/orders/1234567/lines/8 | /orders/{number}/lines/{number}",
        "/404.html | /{number}.html",
        "/2026/11/22/news.html | /{number}/{number}/{number}/news.html",
        "/u/123E4567-e89b-12d3-a456-426614174000/x | /u/{uuid}/x",
        "/u/0123abcd | /u/{hex}",
        "/u/0123abcd/x | /u/{hex}/x",
        "/js/app.3f2a9c11.js | /js/app.{hex}.js",
        "/strap/images/items/os28110.gif | /strap/images/items/{file}.gif",
        "/strap/images/logo.PNG | /strap/images/{file}.PNG",
        "/strap/images/my logo.1.jpeg | /strap/images/{file}.jpeg",
        "/a/scan/fi=products/st=db/sf=category/se=Tape%20Measures/op=eq/tf=description/ml=20.html | /a/scan/{fi,st,sf,se,op,tf,ml}.html",
        "/scan/fi=products/st=db | /scan/{fi,st}",
        "/scan/fi=a=b//st=1.5/ | /scan/{fi,st}/",
        "/a/x=1/b/y=2.html | /a/{x}/b/{y}.html",
        "/scan/MM=3ab3:20:39:20.html | /scan/{MM}.html",
        "/a;jsessionid=1234/b;x=y | /a/b",
        "//a///b | /a/b",
        "http://shop.test:80/a/17 | /a/{number}",
        "/;x | /",
        "/;x/;y/a | /a",
        "/;x/ | /",
        "http://shop.test | /",
        "/shop/2026-11-25 | /shop/{date}",
        "/shop/2026-11-25/x | /shop/{date}/x",
        "/shop/1999-01.html | /shop/{date}.html",
        "/shop/2026-13-25 | /shop/{sku}",
        "/a5hwWra6/page.html | /{session}/page.html",
        "/shop/5DhAZzg4 | /shop/{session}",
        "/(S(lit3py55t21z5v55vlm25s55))/page.aspx | /{session}/page.aspx",
        "/page.php/PHPSESSID=0123456789abcdef | /page.php/{PHPSESSID}",
        "/page.html;jsessionid=0A1B2C3D.node1 | /page.html",
        "/reset/Xk3-9vQz_7LmN0pRt2aB/x | /reset/{token}/x",
        "/reset/k3j5h6g7d8s9a0q1 | /reset/{token}",
        "/reset/Xk39vQz7LmN0pRt2aBcd== | /reset/{token}",
        "/reset/Xk39vQz7LmN0pRt2aBcd=/x | /reset/{token}/x",
        "/js/main-3f2a9c11.min.js | /js/main-3f2a9c11.min.js",
        "/js/main-3f2a9c1b.js | /js/main-{hex}.js",
        "/js/index-BX3k2f9a.js | /js/index-{token}.js",
        "/js/index.BX3k2f9a.js | /js/index.{token}.js",
        "/list/%7B123E4567-e89b-12d3-a456-426614174000%7d/x | /list/{uuid}/x",
        "/wiki/Tape%20Measures%20and%20more | /wiki/{text}",
        "/wiki/%E3%83%84.html | /wiki/{text}.html",
        "/wiki/\u30c4/x | /wiki/{text}/x",
        "/..%2f..%2f..%2fetc%2fpasswd | /{text}",
        "/shop/os28110/;x=1 | /shop/{sku}/",
        "/shop/os28110;x=1 | /shop/{sku}",
        "/strap/images/logo.Png | /strap/images/{file}.Png",
      })
  void folds(String path, String expected) {
    assertThat(fold("GET", path)).isEqualTo("GET " + expected);
  }

  @Test
  void thePageForUsersTellsTheTruth() throws IOException {
    Pattern example = Pattern.compile("[|] `([^`]+)`: `([^`]+)` [|]$", Pattern.MULTILINE);
    String page = Files.readString(Path.of("../../docs/endpoints.md"));
    List<MatchResult> examples = example.matcher(page).results().toList();
    assertThat(examples).hasSizeGreaterThan(10);
    for (MatchResult found : examples) {
      assertThat(fold("GET", found.group(1))).isEqualTo("GET " + found.group(2));
    }
    assertThat(page).contains("longer than " + EndpointFolder.MAX_BYTES + " bytes");
  }

  @Test
  void aProxyTargetIsAnAuthority() {
    assertThat(fold("CONNECT", "shop.test:443")).isEqualTo("CONNECT {authority}");
  }

  @Test
  void theUsersRulesComeFirst() {
    EndpointFolder ruled =
        new EndpointFolder(
            EndpointRules.parse("POST /shop/* -> buy\n/shop/*/** -> /shop\n/** -> x"));
    assertThat(fold(ruled, "POST", "/shop/os28110.html")).isEqualTo("POST buy");
    assertThat(fold(ruled, "GET", "http://shop.test/shop/os28110.html")).isEqualTo("GET /shop");
    assertThat(fold(ruled, "M".repeat(21), "/shop/1/2")).isEqualTo("{method} /shop");
    assertThat(fold(ruled, "GET", "/17")).isEqualTo("GET x");
    assertThat(fold(ruled, "OPTIONS", "*")).isEqualTo("OPTIONS *");
    assertThat(fold(ruled, "GET", "http://shop.test")).isEqualTo("GET /");
    assertThat(fold(ruled, "CONNECT", "/17")).isEqualTo("CONNECT {authority}");
  }

  @Test
  void aWrongRuleStopsTheReader() {
    ReadOptions options = ReadOptions.of(Map.of(ReadOptions.ENDPOINTS, "/a -> b\nGTE a -> b"));
    assertThatThrownBy(
            () ->
                new ApacheAccess()
                    .open(
                        new LineReader(new ByteArrayInputStream(new byte[0])),
                        options,
                        Selection.ALL,
                        new Account(reject -> {})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("endpoints: rule 2, \"GTE a -> b\": path \"a\": ");
  }

  @Test
  void longSegmentsAndLongPathsAreCut() {
    assertThat(fold("GET", "/a/" + "b".repeat(64))).isEqualTo("GET /a/" + "b".repeat(64));
    assertThat(fold("GET", "/a/" + "b".repeat(65) + "/c")).isEqualTo("GET /a/{text}/c");
    assertThat(fold("GET", "/a".repeat(16))).isEqualTo("GET " + "/a".repeat(16));
    assertThat(fold("GET", "/a".repeat(17))).isEqualTo("GET " + "/a".repeat(16) + "/...");
    assertThat(fold("GET", "/n=v".repeat(17))).isEqualTo("GET /{n" + ",n".repeat(15) + "...}");
  }

  @Test
  void nobodysMethodAndNobodysNamesAreCut() {
    assertThat(fold("A".repeat(20), "/")).isEqualTo("A".repeat(20) + " /");
    assertThat(fold("A".repeat(21), "/")).isEqualTo("{method} /");
    String name = "n".repeat(32);
    assertThat(fold("GET", "/" + name + "=1")).isEqualTo("GET /{" + name + "}");
    assertThat(fold("GET", "/n" + name + "=1")).isEqualTo("GET /n" + name + "=1");
    assertThat(fold("GET", "/a=1".repeat(9) + "/x" + "/b=1".repeat(9) + "/y/c=1"))
        .isEqualTo("GET /{a,a,a,a,a,a,a,a,a}/x/{b,b,b,b,b,b,b...}/y/{...}");
  }

  /** So an endpoint is its own endpoint. */
  @Test
  void foldingAgainChangesNothingMore() {
    Random random = new Random(9);
    String[] pieces = {
      "/",
      "/",
      "a",
      "=",
      ";",
      ".",
      "os28110",
      "0123abcd",
      "17",
      "-",
      "gif",
      "%20",
      "%7B",
      "\u00e9",
      " ",
      "html",
      "a5hwWra6",
      "2026-11",
      "123e4567-e89b-12d3-a456-426614174000",
      "(S(",
      "))",
      "%7d",
      "Xk3-9vQz_7LmN0pRt2aB",
      "{number}",
      "{a,b}",
      "...",
      "http://",
      "x".repeat(30)
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder path = new StringBuilder("/");
      for (int k = random.nextInt(60); k > 0; k--) {
        path.append(pieces[random.nextInt(pieces.length)]);
      }
      String once = fold("GET", path.toString());
      assertThat(once).startsWith("GET /").doesNotContain("//").doesNotContain(";");
      assertThat(once.getBytes(UTF_8).length).isLessThanOrEqualTo(EndpointFolder.MAX_BYTES);
      assertThat(fold("GET", once.substring(4))).as(path.toString()).isEqualTo(once);
    }
  }

  /** The parts that are folded may have any other value. */
  @Test
  void idsOfOneKindHaveOneEndpoint() {
    Random random = new Random(10);
    for (int i = 0; i < 1_000; i++) {
      String number = Long.toString(random.nextLong() >>> random.nextInt(1, 63));
      String hex = String.format("%08xa0", random.nextInt());
      String path = "/shop/" + number + "/" + new java.util.UUID(random.nextLong(), 7) + "/" + hex;
      assertThat(fold("PUT", path)).isEqualTo("PUT /shop/{number}/{uuid}/{hex}");
    }
  }

  @Test
  void anyBytesGiveABoundedEndpoint() {
    Random random = new Random(11);
    byte[] alphabet = "/;=.%-_(){}aZ09?:\u00ff\u0000 ".getBytes(ISO_8859_1);
    for (int i = 0; i < 20_000; i++) {
      byte[] text = new byte[random.nextInt(i % 10 == 0 ? 3_000 : 60)];
      random.nextBytes(text);
      for (int k = 0; k < text.length; k++) {
        if (i % 3 > 0) {
          text[k] = alphabet[(text[k] & 0xff) % alphabet.length];
        }
      }
      int cut = random.nextInt(text.length + 1);
      int end = cut + random.nextInt(text.length - cut + 1);
      folder.fold(text, 0, random.nextInt(cut + 1), text, cut, end);
      assertThat(folder.length()).isBetween(2, EndpointFolder.MAX_BYTES);
      byte[] once = Arrays.copyOf(folder.bytes(), folder.length());
      byte[] elsewhere = Arrays.copyOfRange(text, cut, end);
      folder.fold(text, 0, 0, elsewhere, 0, elsewhere.length);
      assertThat(new String(once, ISO_8859_1))
          .endsWith(new String(folder.bytes(), 0, folder.length(), ISO_8859_1));
    }
  }

  /** Quadratic time would need hours here. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/", ";", "/;", "a", "=", "a=", "/a=", "/a=1", ".", "a.", "%", "%20", "-", "/-", "9"
      })
  void longPathsNeedNoLongTime(String piece) {
    String path = "/x" + piece.repeat(8_000_000 / piece.length());
    assertThat(fold("GET", path).length()).isLessThan(EndpointFolder.MAX_BYTES);
    assertThat(fold("GET", path + "/os28110/b")).hasSizeLessThan(EndpointFolder.MAX_BYTES);
  }

  private String fold(String method, String path) {
    return fold(folder, method, path);
  }

  private static String fold(EndpointFolder folder, String method, String path) {
    byte[] m = method.getBytes(UTF_8);
    byte[] p = ("?" + path + "/9").getBytes(UTF_8);
    folder.fold(m, 0, m.length, p, 1, p.length - 2);
    return new String(folder.bytes(), 0, folder.length(), UTF_8);
  }
}
