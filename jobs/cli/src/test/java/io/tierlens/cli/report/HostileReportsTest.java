package io.tierlens.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tierlens.attribution.table.Finding;
import io.tierlens.cli.report.facts.Judgement;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.model.Options;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ReportBuilder;
import io.tierlens.cli.report.text.TextOptions;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reports on anything at all are whole, well-formed, and carry no one else's markup. */
class HostileReportsTest {

  /** All elements that the templates themselves write. */
  private static final Set<String> ELEMENTS =
      Set.of(
          "html",
          "head",
          "meta",
          "title",
          "style",
          "body",
          "header",
          "p",
          "h1",
          "h2",
          "h3",
          "ul",
          "li",
          "strong",
          "span",
          "nav",
          "a",
          "main",
          "section",
          "dl",
          "dt",
          "dd",
          "figure",
          "svg",
          "desc",
          "line",
          "rect",
          "circle",
          "text",
          "div",
          "table",
          "caption",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "small",
          "code",
          "article",
          "details",
          "summary",
          "figcaption",
          "path",
          "defs",
          "pattern",
          "h4",
          "h5",
          "pre",
          "em",
          "ol");

  @Test
  void htmlIsWellFormedAndItsOwn() throws Exception {
    for (Report report : reports()) {
      String html = render(ReportFormat.HTML, report);
      Document document = parse(html);
      NodeList all = document.getElementsByTagName("*");
      Set<String> ids = new HashSet<>();
      for (int i = 0; i < all.getLength(); i++) {
        Element element = (Element) all.item(i);
        assertThat(ELEMENTS).contains(element.getTagName());
        for (int a = 0; a < element.getAttributes().getLength(); a++) {
          assertThat(element.getAttributes().item(a).getNodeName())
              .doesNotStartWith("on")
              .isNotEqualTo("src");
        }
        if (element.hasAttribute("href")) {
          assertThat(element.getAttribute("href")).startsWith("#");
        }
        if (element.hasAttribute("id")) {
          assertThat(ids.add(element.getAttribute("id"))).isTrue();
        }
      }
      assertThat(html).doesNotContain("NaN", ">null<", "null s", "Infinity");
    }
  }

  @Test
  void everyDrawingHasItsWords() throws Exception {
    for (Report report : reports()) {
      NodeList drawings = parse(render(ReportFormat.HTML, report)).getElementsByTagName("svg");
      for (int i = 0; i < drawings.getLength(); i++) {
        Element svg = (Element) drawings.item(i);
        if (!svg.getAttribute("class").equals("drawing")) {
          continue;
        }
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).hasSizeGreaterThan(5);
        NodeList bars = svg.getElementsByTagName("rect");
        for (int b = 0; b < bars.getLength(); b++) {
          assertThat(((Element) bars.item(b)).getElementsByTagName("title").getLength()).isOne();
          double width = percent((Element) bars.item(b), "width");
          assertThat(percent((Element) bars.item(b), "x") + width).isLessThan(100.2);
        }
      }
    }
  }

  @Test
  void hostileNamesAreShownAsTheyAre() throws Exception {
    RunFacts run = Altered.named(SampleRuns.physical(), "<script>alert(1)</script>");
    Report report = build(List.of(run, SampleRuns.virtual()));
    String html = render(ReportFormat.HTML, report);
    assertThat(html).doesNotContain("<script").contains("&lt;script&gt;alert(1)");
    assertThat(parse(html).getElementsByTagName("h1").item(0).getTextContent())
        .isEqualTo("From <script>alert(1)</script> to virtual");
    assertThat(render(ReportFormat.MARKDOWN, report)).doesNotContain("<script");
  }

  @Test
  void hostileSignsAreShownAsTheyAre() throws Exception {
    String sign = "<script>alert(1)</script>";
    Finding finding =
        new Finding(
            null,
            "physical",
            sign,
            "fits",
            "high",
            List.of(sign, "=1+1"),
            List.of(sign),
            List.of(sign),
            sign);
    Report report =
        new ReportBuilder(new BatchDifferences())
            .build(
                List.of(SampleRuns.physical(), SampleRuns.virtual()),
                List.of(new Judgement("virtual", List.of(), List.of(finding))),
                Options.DEFAULT);
    Document document = parse(render(ReportFormat.HTML, report));
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getDocumentElement().getTextContent()).contains("To decide on " + sign);
    assertThat(render(ReportFormat.MARKDOWN, report)).doesNotContain("<script");
    assertThat(render(ReportFormat.CSV, report))
        .contains("finding,,virtual," + sign + ",evidence,'=1+1\n");
  }

  @Test
  void textKeepsToItsColumnsAndItsCharacters() throws IOException {
    for (Report report : reports()) {
      String plain = render(ReportFormat.TEXT, report);
      assertThat(plain.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
      assertThat(plain).matches("[\\x20-\\x7e\\n]*");
      StringBuilder unicode = new StringBuilder();
      ReportFormat.TEXT.renderer(new TextOptions(true, false)).render(report, unicode);
      assertThat(unicode.toString()).doesNotContain("\u001b", "\u0007", "\u202e", "\r");
    }
  }

  @Test
  void colourIsThereOnlyWhenAsked() throws IOException {
    Report report = build(List.of(SampleRuns.physical()));
    StringBuilder coloured = new StringBuilder();
    ReportFormat.TEXT.renderer(new TextOptions(false, true)).render(report, coloured);
    assertThat(coloured.toString()).contains("\u001b[1m");
    assertThat(render(ReportFormat.TEXT, report)).doesNotContain("\u001b");
    assertThat(coloured.toString().replaceAll("\u001b\\[\\d+m", ""))
        .isEqualTo(render(ReportFormat.TEXT, report));
  }

  @Test
  void jsonKeepsEveryStringAsItIs() throws IOException {
    for (Report report : reports()) {
      JsonNode json = new ObjectMapper().readTree(render(ReportFormat.JSON, report));
      assertThat(json.fieldNames())
          .toIterable()
          .containsExactly(
              "schema",
              "unit",
              "runs",
              "conclusions",
              "scopes",
              "findings",
              "changes",
              "waterfalls",
              "shifts",
              "endpoints",
              "queries",
              "courses",
              "quality");
      assertThat(json.get("schema").asText()).isEqualTo("tierlens-report/1");
      for (int i = 0; i < report.runs().size(); i++) {
        assertThat(json.get("runs").get(i).get("description").asText(null))
            .isEqualTo(report.runs().get(i).description());
      }
    }
  }

  @Test
  void csvIsOneTableAndNoFormula() throws IOException {
    for (Report report : reports()) {
      String csv = render(ReportFormat.CSV, report);
      try (var parser = CSVFormat.RFC4180.parse(new StringReader(csv))) {
        for (CSVRecord row : parser) {
          assertThat(row.size()).isEqualTo(6);
          assertThat(row.get(2)).doesNotStartWith("=");
          assertThat(row.get(3)).doesNotStartWith("=");
          assertThat(row.get(4)).doesNotStartWith("=");
          assertThat(row.get(5)).isNotEmpty().doesNotStartWith("=");
        }
      }
    }
  }

  @Test
  void aReportIsTheSameEveryTime() throws IOException {
    for (ReportFormat format : ReportFormat.values()) {
      assertThat(render(format, hostile(7))).isEqualTo(render(format, hostile(7)));
    }
  }

  private static List<Report> reports() {
    List<Report> reports = new ArrayList<>();
    for (int seed = 0; seed < 40; seed++) {
      reports.add(hostile(seed));
    }
    reports.add(build(List.of(SampleRuns.physical())));
    reports.add(build(List.of(SampleRuns.physical(), SampleRuns.virtual(), SampleRuns.fourCpus())));
    return reports;
  }

  private static Report hostile(long seed) {
    return SampleReports.hostile(seed);
  }

  private static Report build(List<RunFacts> runs) {
    return new ReportBuilder(new BatchDifferences()).build(runs, Options.DEFAULT);
  }

  private static String render(ReportFormat format, Report report) throws IOException {
    StringBuilder out = new StringBuilder();
    format.renderer(TextOptions.PLAIN).render(report, out);
    return out.toString();
  }

  private static double percent(Element element, String attribute) {
    String value = element.getAttribute(attribute);
    assertThat(value).endsWith("%");
    return Double.parseDouble(value.substring(0, value.length() - 1));
  }

  private static Document parse(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }
}
