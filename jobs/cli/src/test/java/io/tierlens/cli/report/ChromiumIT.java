package io.tierlens.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The HTML report as a browser shows it. */
class ChromiumIT {

  private static final int PHONE = 390;
  private static final int LAPTOP = 1366;

  /** Elements that are shown and reach beyond the right edge; what scrolls by itself may. */
  private static final String TOO_WIDE =
      """
      [...document.querySelectorAll('body *')]
        .filter(e => !e.closest('.scroll, .skip, defs') && e.checkVisibility())
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
        .map(e => e.tagName + ' ' + e.textContent.slice(0, 60))
      """;

  /** Texts of drawings, and of what drawings cannot be measured by, against what is behind them. */
  private static final String FAINT =
      """
      (() => {
        const style = getComputedStyle(document.documentElement);
        const probe = document.body.appendChild(document.createElement('i'));
        const light = name => {
          probe.style.color = style.getPropertyValue('--' + name);
          return getComputedStyle(probe).color.match(/[\\d.]+/g).slice(0, 3)
            .map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
        };
        const pairs = [];
        for (const text of ['fg', 'muted', 'slower', 'faster', 'link'])
          for (const ground of ['bg', 'panel']) pairs.push([text, ground]);
        for (const tier of ['web', 'app', 'web_app']) pairs.push(['on', tier]);
        pairs.push(['on-db', 'db']);
        const faint = pairs.filter(([a, b]) => {
          const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y);
          return !((bright + .05) / (dark + .05) >= 4.5);
        });
        probe.remove();
        return faint.map(pair => pair.join(' on '));
      })()
      """;

  private static final Map<String, Path> PAGES = new LinkedHashMap<>();

  private static Path folder;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    // A browser may still write into its profile when it has ended: the build's folder keeps it.
    Path target = Path.of(System.getProperty("basedir", "."), "target");
    folder = Files.createTempDirectory(Files.createDirectories(target), "chromium").toRealPath();
    chromium = Chromium.start(Files.createDirectory(folder.resolve("profile")));
    // Whatever an attack would do first.
    chromium.send(
        "Page.addScriptToEvaluateOnNewDocument",
        Map.of("source", "window.attacks = 0; window.alert = () => { window.attacks++; };"));
    page("one", SampleReports.html(SampleReports.one()));
    page("two", SampleReports.html(SampleReports.two()));
    page("three", SampleReports.html(SampleReports.three()));
    page("wide", SampleReports.html(WideReports.of(SampleReports.two(), 40, 500)));
    for (int seed = 0; seed < 6; seed++) {
      page("hostile" + seed, SampleReports.html(SampleReports.hostile(seed)));
    }
  }

  private static void page(String name, String html) throws IOException {
    PAGES.put(name, Files.writeString(folder.resolve(name + ".html"), html));
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private static void open(String name, int width) throws Exception {
    chromium.width(width);
    chromium.medium("screen", "light");
    chromium.open(PAGES.get(name));
  }

  @Test
  void nothingIsRequestedOrWrongAndNoTextIsMarkup() throws Exception {
    for (String name : PAGES.keySet()) {
      open(name, LAPTOP);
      assertThat(chromium.events("Network.requestWillBeSent"))
          .as(name)
          .extracting(event -> event.at("/params/request/url").asText())
          .containsOnly(PAGES.get(name).toUri().toString());
      assertThat(chromium.events("Log.entryAdded")).as(name).isEmpty();
      assertThat(chromium.events("Runtime.consoleAPICalled")).as(name).isEmpty();
      assertThat(chromium.events("Runtime.exceptionThrown")).as(name).isEmpty();
      assertThat(chromium.evaluate("window.attacks").asInt()).as(name).isZero();
      assertThat(
              chromium
                  .evaluate(
                      "document.querySelectorAll('script, img, iframe, object, link, form, body b')"
                          + ".length")
                  .asInt())
          .as(name)
          .isZero();
    }
    open("hostile0", LAPTOP);
    assertThat(chromium.evaluate("document.body.textContent").asText())
        .contains("<script>alert(1)</script>");
  }

  @Test
  void fitsAPhone() throws Exception {
    for (String name : PAGES.keySet()) {
      open(name, PHONE);
      assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
          .as(name)
          .isLessThanOrEqualTo(PHONE);
      if (!name.startsWith("hostile")) {
        assertThat(chromium.evaluate(TOO_WIDE)).as(name).isEmpty();
      }
    }
  }

  @Test
  void isDarkWhereTheReaderIs() throws Exception {
    open("two", LAPTOP);
    String ground = "getComputedStyle(document.body).backgroundColor";
    String bar = "getComputedStyle(document.querySelector('rect.app')).fill";
    JsonNode light = chromium.evaluate(ground);
    JsonNode lightBar = chromium.evaluate(bar);
    assertThat(chromium.evaluate(FAINT)).isEmpty();
    chromium.medium("screen", "dark");
    assertThat(chromium.evaluate(ground)).isNotEqualTo(light);
    assertThat(chromium.evaluate(bar)).isNotEqualTo(lightBar);
    assertThat(chromium.evaluate(FAINT)).isEmpty();
  }

  @Test
  void axeFindsNothingSerious() throws Exception {
    String axe;
    try (InputStream in = ChromiumIT.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String name : List.of("one", "three", "hostile1")) {
      open(name, LAPTOP);
      chromium.evaluate(axe + "; 1");
      for (String scheme : List.of("light", "dark")) {
        chromium.medium("screen", scheme);
        JsonNode found =
            chromium.evaluate(
                """
                axe.run().then(result => result.violations
                  .filter(rule => ['serious', 'critical'].includes(rule.impact))
                  .map(rule => rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.html)))
                """);
        assertThat(found).as("%s %s", name, scheme).isEmpty();
      }
    }
  }

  @Test
  void everyShapeHasATooltipAndTheKeyboardFindsTheVerdict() throws Exception {
    open("three", LAPTOP);
    assertThat(
            chromium
                .evaluate(
                    "[...document.querySelectorAll('svg.drawing > rect, svg.drawing > circle')]"
                        + ".filter(shape => !shape.querySelector('title')?.textContent.trim())"
                        + ".length")
                .asInt())
        .isZero();
    assertThat(chromium.evaluate("document.querySelectorAll('rect.spot').length").asInt())
        .isPositive();
    // What lies above the rest is the tooltip's.
    assertThat(
            chromium
                .evaluate(
                    """
                    (() => {
                      const spot = document.querySelector('rect.spot');
                      spot.scrollIntoView();
                      const box = spot.getBoundingClientRect();
                      const top = document.elementFromPoint(
                        box.x + box.width / 2, box.y + box.height / 2);
                      return top.querySelector('title').textContent;
                    })()
                    """)
                .asText())
        .contains("requests");
    chromium.evaluate("scrollTo(0, 0)");
    for (String type : List.of("keyDown", "keyUp")) {
      chromium.send(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", "Tab", "code", "Tab", "windowsVirtualKeyCode", 9));
    }
    assertThat(chromium.evaluate("document.activeElement.className").asText()).isEqualTo("skip");
    assertThat(chromium.evaluate("document.activeElement.getBoundingClientRect().left").asInt())
        .isNotNegative();
    assertThat(
            chromium.evaluate(
                "[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"
                    + ".filter(to => !document.querySelector(to))"))
        .as("links that lead nowhere")
        .isEmpty();
  }

  @Test
  void printsWithAllThatIsFolded() throws Exception {
    open("two", LAPTOP);
    String folded =
        "[...document.querySelectorAll('details table')].filter(t => !t.checkVisibility("
            + "{contentVisibilityAuto: true}) || t.getBoundingClientRect().height < 10).length";
    assertThat(chromium.evaluate(folded).asInt()).isPositive();
    chromium.medium("print", "light");
    // The page is laid out anew when the browser comes to it.
    for (int i = 0; i < 300 && chromium.evaluate(folded).asInt() > 0; i++) {
      Thread.sleep(100);
    }
    assertThat(chromium.evaluate(folded).asInt()).isZero();
    chromium.medium("", "light");
    byte[] pdf =
        Base64.getDecoder().decode(chromium.send("Page.printToPDF", Map.of()).get("data").asText());
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  @Test
  void staysSmallAndSaysWhatIsLeftOut() throws Exception {
    assertThat(Files.size(PAGES.get("three"))).isLessThan(300_000);
    assertThat(Files.size(PAGES.get("wide"))).isLessThan(300_000);
    open("wide", LAPTOP);
    assertThat(chromium.evaluate("document.querySelector('#tiers').textContent").asText())
        .contains("32 more windows");
    assertThat(chromium.evaluate("document.querySelector('#data').textContent").asText())
        .contains("460 more files");
  }
}
