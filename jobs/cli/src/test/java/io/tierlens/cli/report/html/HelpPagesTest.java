package io.tierlens.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HelpPagesTest {

  @Test
  void carriesThePagesOfTheCausesAndNoOthers() {
    List<HelpPage> pages = HelpPages.of(Set.of("trap-and-emulate", "no-such-rule", "../report"));
    assertThat(pages).hasSize(3);
    Set<String> anchors =
        pages.stream().flatMap(page -> page.anchors().stream()).collect(Collectors.toSet());
    assertThat(anchors)
        .contains("help-report", "help-time-by-tier", "help-trap-and-emulate", "help-findings")
        .doesNotContain("help-page-mix");
    assertThat(HelpPages.of(Set.of())).hasSize(1);
  }

  @Test
  void linksLeadToWhatIsCarriedAndAreWordsElse() {
    String html =
        HelpPages.of(Set.of("trap-and-emulate")).stream()
            .map(HelpPage::html)
            .collect(Collectors.joining());
    assertThat(html)
        .contains("<a href=\"#help-findings\">")
        .contains("<a href=\"#help-trap-and-emulate\">")
        .contains("<a href=\"#help-findings-verdict-and-confidence\">Verdict and confidence</a>")
        .contains("id=\"help-findings-verdict-and-confidence\"")
        .contains("<td><code>page-mix</code></td>")
        .contains("<th scope=\"col\">");
    assertThat(Pattern.compile("href=\"[^#]").matcher(html).find()).isFalse();
  }
}
