package io.tierlens.formats.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierlens.formats.ReadOptions;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/shop/*/reviews/* | /shop/os1/reviews/7 | true",
        "/shop/*/reviews/* | /shop/os1/reviews/7/ | true",
        "/shop/*/reviews/* | //shop//os1;x=/y/reviews/7 | false",
        "/shop/*/reviews/* | //shop//os1;x=y/reviews/7;z | true",
        "/shop/*/reviews/* | /;a/shop/;b/os1/reviews/7/;c | true",
        "/shop/*/reviews/* | /shop/os1/reviews | false",
        "/shop/*/reviews/* | /shop/os1/reviews/7/8 | false",
        "/shop/*/reviews/* | /shop//reviews/7 | false",
        "/shop/*/reviews/* | /Shop/os1/reviews/7 | false",
        "/shop/ | /shop | true",
        "/shop | /shop/ | true",
        "/shop | /shops | false",
        "/shop | /sho | false",
        "/ | / | true",
        "/ | // | true",
        "/ | /a | false",
        "/** | / | true",
        "/** | /a/b | true",
        "/api/** | /api | true",
        "/api/** | /api/ | true",
        "/api/** | /api/v1/x/y/z | true",
        "/api/** | /apis/v1 | false",
        "/a/*/** | /a | false",
        "/a/*/** | /a/b | true",
        "/a/*/** | /a/b/c/d | true",
        "/item-*.html | /item-7.html | true",
        "/item-*.html | /item-.html | true",
        "/item-*.html | /item-.htm | false",
        "/item-*.html | /item.html | false",
        "/item-*.html | /item-7/x.html | false",
        "/*a*b*c | /abc | true",
        "/*a*b*c | /xaxbxc | true",
        "/*a*b*c | /acb | false",
        "/aba*aba | /aba | false",
        "/aba*aba | /ababa | false",
        "/aba*aba | /abaaba | true",
        "/a%20b | /a%20b | true",
        "/a%20b | /a b | false",
        "/a b | /a b | true",
        "/caf\u00e9/* | /caf\u00e9/x | true",
      })
  void aPatternFitsWholePaths(String pattern, String path, boolean fits) {
    assertThat(nameOf(EndpointRules.parse(pattern), "GET", path)).isEqualTo(fits ? pattern : null);
  }

  @Test
  void theFirstRuleThatFitsNames() {
    EndpointRules rules =
        EndpointRules.parse(
            """

            POST /checkout -> /checkout by post
              /checkout ->/checkout
            /shop/*/reviews/* -> /shop/{sku}/reviews/{review}\r
            /shop/** -> shop -> all
            /**
            """);
    assertThat(nameOf(rules, "POST", "/checkout")).isEqualTo("/checkout by post");
    assertThat(nameOf(rules, "GET", "/checkout")).isEqualTo("/checkout");
    assertThat(nameOf(rules, "post", "/checkout")).isEqualTo("/checkout");
    assertThat(nameOf(rules, "GET", "/shop/a/reviews/b")).isEqualTo("/shop/{sku}/reviews/{review}");
    assertThat(nameOf(rules, "GET", "/shop/a")).isEqualTo("shop -> all");
    assertThat(nameOf(rules, "GET", "/else")).isEqualTo("/**");
    assertThat(nameOf(EndpointRules.NONE, "GET", "/else")).isNull();
  }

  @Test
  void theOptionMayBeAbsent() {
    assertThat(EndpointRules.of(ReadOptions.NONE)).isSameAs(EndpointRules.NONE);
    ReadOptions stated = ReadOptions.of(Map.of("endpoints", "/a -> /b"));
    assertThat(nameOf(EndpointRules.of(stated), "GET", "/a")).isEqualTo("/b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shop/* | begins with a slash",
        "GET shop/* | begins with a slash",
        "http://a/b | begins with a slash",
        "/a?b=c | leave out what follows ?",
        "/a;b=c | leave out ;",
        "/a//b | single one",
        "/a/**/b | only be the last segment",
        "/a** | only be the last segment",
        "/a/*** | only be the last segment",
        "G\u00cbT /a | is no method",
        "G(ET /a | is no method",
        "/a -> | name must be one line",
        "GET | begins with a slash",
        "-> /b | path must be one line",
        "/a\t/b | path must be one line",
        "/ok -> x | never comes into play",
        "PUT /ok | never comes into play",
      })
  void aWrongRuleIsNamedWithItsReason(String line, String why) {
    assertThatThrownBy(() -> EndpointRules.parse("/ok -> /first\n\n" + line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("endpoints: rule 2, \"" + line + "\": ")
        .hasMessageContaining(why);
  }

  @Test
  void aRuleForOneMethodDoesNotHideThatForAll() {
    EndpointRules rules = EndpointRules.parse("GET /a -> 1\nPUT /a -> 2\n/a -> 3");
    assertThat(nameOf(rules, "GET", "/a")).isEqualTo("1");
    assertThat(nameOf(rules, "PUT", "/a")).isEqualTo("2");
    assertThat(nameOf(rules, "HEAD", "/a")).isEqualTo("3");
  }

  @Test
  void thereIsRoomForManyRulesButNotForAny() {
    String full = IntStream.range(0, 200).mapToObj(i -> "/" + i).collect(Collectors.joining("\n"));
    assertThat(nameOf(EndpointRules.parse(full), "GET", "/199")).isEqualTo("/199");
    assertThatThrownBy(() -> EndpointRules.parse(full + "\n/200"))
        .hasMessageContaining("rule 201")
        .hasMessageContaining("more than 200");
    String longest = "/" + "a".repeat(499);
    assertThat(nameOf(EndpointRules.parse(longest), "GET", longest)).isEqualTo(longest);
    assertThatThrownBy(() -> EndpointRules.parse(longest + "a")).hasMessageContaining("500");
  }

  @Test
  void aRulesTextIsTheRule() {
    Random random = new Random(3);
    String[] methods = {null, "GET", "VERSION-CONTROL"};
    for (int i = 0; i < 2_000; i++) {
      String path = pattern(random);
      String name = random.nextInt(3) == 0 ? null : "n" + random.nextInt(9) + " -> x";
      EndpointRule rule = EndpointRule.of(methods[random.nextInt(3)], path, name);
      assertThat(EndpointRule.parse(rule.toString())).hasToString(rule.toString());
    }
    assertThatThrownBy(() -> EndpointRule.of(null, "/a->b", null)).hasMessageContaining("ends a");
    assertThatThrownBy(() -> EndpointRule.of(null, "/a\n/b", null))
        .hasMessageContaining("one line");
    assertThatThrownBy(() -> EndpointRule.of(null, "/a", "b\nc")).hasMessageContaining("one line");
  }

  /** Held against a regular expression that says the same. */
  @Test
  void aPatternFitsWhatItsExpressionFits() {
    Random random = new Random(4);
    int fitting = 0;
    for (int i = 0; i < 50_000; i++) {
      String text = pattern(random);
      StringBuilder path = new StringBuilder();
      for (int k = random.nextInt(5); k >= 0; k--) {
        path.append('/');
        for (int n = random.nextInt(5); n > 0; n--) {
          path.append(random.nextInt(3) == 0 ? 'b' : 'a');
        }
      }
      boolean expected = expression(text).matcher(path).matches();
      fitting += expected ? 1 : 0;
      assertThat(nameOf(EndpointRules.parse(text), "GET", path.toString()) != null)
          .as(text + " and " + path)
          .isEqualTo(expected);
    }
    assertThat(fitting).isBetween(5_000, 45_000);
  }

  private static String pattern(Random random) {
    StringBuilder text = new StringBuilder();
    for (int k = random.nextInt(4); k > 0; k--) {
      text.append('/');
      boolean star = random.nextBoolean();
      text.append(star ? "*" : "a");
      for (int n = random.nextInt(4); n > 0; n--) {
        star = !star && random.nextBoolean();
        text.append(star ? "*" : random.nextInt(4) == 0 ? "b" : "a");
      }
    }
    return text.isEmpty() || random.nextInt(4) == 0 ? text + "/**" : text.toString();
  }

  private static Pattern expression(String pattern) {
    boolean open = pattern.endsWith("/**");
    String closed = open ? pattern.substring(0, pattern.length() - 3) : pattern;
    StringBuilder expression = new StringBuilder();
    for (String segment : closed.split("/", -1)) {
      if (!segment.isEmpty()) {
        expression.append("/+(?=[^/])").append(segment.replace("*", "[^/]*"));
      }
    }
    return Pattern.compile(expression + (open ? "(/.*)?" : "/*"));
  }

  /** Quadratic time would need hours here. */
  @ParameterizedTest
  @ValueSource(strings = {"/*a*a*a*a*b*a", "/*aaaaaaab*", "/*/*/*", "/a*", "/**", "/*a/**"})
  void hostilePathsNeedNoLongTime(String pattern) {
    EndpointRules rules = EndpointRules.parse(pattern);
    for (String piece : new String[] {"a", "/", "/a", ";", "/;", "aaaaaaa/"}) {
      String path = "/" + piece.repeat(4_000_000 / piece.length());
      String name = nameOf(rules, "GET", path);
      assertThat(name == null || name.equals(pattern)).isTrue();
    }
  }

  private static String nameOf(EndpointRules rules, String method, String path) {
    byte[] m = method.getBytes(UTF_8);
    byte[] p = ("?" + path + "/9").getBytes(UTF_8);
    byte[] name = rules.nameOf(m, 0, m.length, p, 1, p.length - 2);
    return name == null ? null : new String(name, UTF_8);
  }
}
