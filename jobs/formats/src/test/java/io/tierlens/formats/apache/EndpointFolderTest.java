package io.tierlens.formats.apache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointFolderTest {
  private final EndpointFolder folder = new EndpointFolder();

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
      })
  void staysItself(String path) {
    String expected = path.equals("/x=") ? "/{x}" : path;
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
      })
  void folds(String path, String expected) {
    assertThat(fold("GET", path)).isEqualTo("GET " + expected);
  }

  @Test
  void aProxyTargetIsAnAuthority() {
    assertThat(fold("CONNECT", "shop.test:443")).isEqualTo("CONNECT {authority}");
  }

  @Test
  void longSegmentsAndLongPathsAreCut() {
    assertThat(fold("GET", "/a/" + "b".repeat(64))).isEqualTo("GET /a/" + "b".repeat(64));
    assertThat(fold("GET", "/a/" + "b".repeat(65) + "/c")).isEqualTo("GET /a/{text}/c");
    assertThat(fold("GET", "/a".repeat(16))).isEqualTo("GET " + "/a".repeat(16));
    assertThat(fold("GET", "/a".repeat(17))).isEqualTo("GET " + "/a".repeat(16) + "/...");
    assertThat(fold("GET", "/n=v".repeat(17))).isEqualTo("GET /{n" + ",n".repeat(15) + "...}");
  }

  /** Folding again changes nothing more, so an endpoint is its own endpoint. */
  @Test
  void whateverThePathTheEndpointIsShortAndSettled() {
    Random random = new Random(9);
    String[] pieces = {
      "/", "a", "=", ";", ".", "os28110", "0123abcd", "17", "-", "gif", "%20", "\u00e9", " ", "html"
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder path = new StringBuilder("/");
      for (int k = random.nextInt(40); k > 0; k--) {
        path.append(pieces[random.nextInt(pieces.length)]);
      }
      String once = fold("GET", path.toString());
      assertThat(once).startsWith("GET /").doesNotContain("//").doesNotContain(";");
      assertThat(once.length()).isLessThan(17 * 200);
      assertThat(fold("GET", path.toString())).isEqualTo(once);
    }
  }

  private String fold(String method, String path) {
    byte[] m = method.getBytes(UTF_8);
    byte[] p = ("?" + path + "/9").getBytes(UTF_8);
    folder.fold(m, 0, m.length, p, 1, p.length - 2);
    return new String(folder.bytes(), 0, folder.length(), UTF_8);
  }
}
