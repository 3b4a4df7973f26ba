package io.tierlens.formats.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A format as people paste it. */
class StatedFormatTest {
  private static final String COMMON = "%h %l %u %t \"%r\" %>s %b";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%h %l %u %t \"%r\" %>s %b",
        "common",
        " common ",
        "common\n",
        "\n%h %l %u %t \"%r\" %>s %b\r\n",
        "\"%h %l %u %t \\\"%r\\\" %>s %b\"",
        "\"%h %l %u %t \\\"%r\\\" %>s %b\" common",
        "'%h %l %u %t \"%r\" %>s %b'",
        "LogFormat \"%h %l %u %t \\\"%r\\\" %>s %b\" common",
        "  LogFormat   \"%h %l %u %t \\\"%r\\\" %>s %b\"",
        "logformat '%h %l %u %t \"%r\" %>s %b' x\n",
        "LogFormat \"%h %l %u \\\n%t \\\"%r\\\" %>s %b\" common",
        "LogFormat \"%h %l %u \\\r\n%t \\\"%r\\\" %>s %b\" common",
        "CustomLog logs/access_log \"%h %l %u %t \\\"%r\\\" %>s %b\"",
        "CustomLog \"|/bin/rotate x\" \"%h %l %u %t \\\"%r\\\" %>s %b\" env=!dontlog",
        "CustomLog logs/access_log common",
        "LogFormat common",
      })
  void whatHttpdConfHoldsIsUnderstood(String pasted) {
    assertThat(StatedFormat.of(pasted)).isEqualTo(new StatedFormat(COMMON, FormatDialect.APACHE));
  }

  @Test
  void rawFormatsStayAsTheyAre() {
    for (String format :
        new String[] {"\\\"%r\\\" %t", "\"%r\" %h \"%t\"", "%t ", " %t", "%t $cash", "x %% %t"}) {
      assertThat(StatedFormat.of(format).format()).isEqualTo(format);
      assertThat(StatedFormat.of(format).dialect()).isEqualTo(FormatDialect.APACHE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$remote_addr [$time_local] \"$request\" $status",
        "log_format main '$remote_addr [$time_local] \"$request\" $status';",
        "log_format main '$remote_addr [$time_local] '\n  '\"$request\" $status';",
        "log_format main escape=default '$remote_addr [$time_local] '\n\"\\\"$request\\\" $status\"",
        "log_format main \"$remote_addr [$time_local] \\\"$request\\\" $status\";",
        "'$remote_addr [$time_local] '\n  '\"$request\" $status';",
        "\"$remote_addr [$time_local] \\\"$request\\\" $status\"",
        "  log_format\n main\n '$remote_addr [$time_local] \"$request\" $status'\n;\n",
      })
  void whatNginxConfHoldsIsUnderstood(String pasted) {
    assertThat(StatedFormat.of(pasted))
        .isEqualTo(
            new StatedFormat(
                "$remote_addr [$time_local] \"$request\" $status", FormatDialect.NGINX));
  }

  @Test
  void theEscapingOfNginxIsAPartOfItsDirective() {
    String rest = " '$msec \"$request\"';";
    assertThat(StatedFormat.of("log_format x escape=json" + rest).dialect())
        .isEqualTo(FormatDialect.NGINX_JSON);
    assertThat(StatedFormat.of("escape=json" + rest).dialect()).isEqualTo(FormatDialect.NGINX_JSON);
    assertThat(StatedFormat.of("log_format x escape=none" + rest).dialect())
        .isEqualTo(FormatDialect.NGINX_RAW);
  }

  @Test
  void nicknamesTakeFurtherTokens() {
    String nginx = FormatNickname.NGINX.format();
    assertThat(StatedFormat.of("nginx $request_time"))
        .isEqualTo(new StatedFormat(nginx + " $request_time", FormatDialect.NGINX));
    assertThat(StatedFormat.of("combined $request_time"))
        .isEqualTo(StatedFormat.of("nginx $request_time"));
    assertThat(StatedFormat.of("common \"%{X}i\" %D").format()).isEqualTo(COMMON + " \"%{X}i\" %D");
    assertThat(StatedFormat.of("combinedio").format()).endsWith("%I %O");
  }

  /** What is no format, and words that say what would be. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "LogFormat | paste the LogFormat line",
        "LogFormat shop | <shop> is the name of a format, or nothing; paste the LogFormat line",
        "CustomLog logs/access_log shop | paste the LogFormat line that gives the name its meaning",
        "CustomLog logs/access_log | paste the LogFormat line",
        "CustomLog logs/access_log nginx | paste the LogFormat line",
        "TransferLog logs/access_log | paste the line that begins with LogFormat",
        "access_log /var/log/nginx/access.log main; | paste the line that begins with log_format",
        "LogFormat \"%h %t | is never closed; paste the whole directive",
        "log_format main '$msec | is never closed; paste the whole directive",
        "log_format main; | no variable such as $remote_addr; paste nginx's directive",
        "log_format | paste the directive from log_format to its semicolon",
        "log_format main main2 | no variable such as $remote_addr",
        "log_format x escape=xml '$msec'; | nginx has escape=default, json and none",
        "log_format x '$msec' log_format y '$msec'; | paste the one log_format",
        "LogFormat \"%t\" x LogFormat \"%h %t\" y | paste the one LogFormat",
        "combined and more | neither a LogFormat string nor one of",
        "shop | paste the LogFormat line of httpd.conf or the log_format of nginx.conf",
      })
  void whatIsNoFormatIsRefusedWithAdvice(String pasted, String words) {
    assertThatThrownBy(() -> StatedFormat.of(pasted))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("format: ")
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$remote_addr $status", "$remote_addr$status $msec", "$host$uri $msec"})
  void aFormatOfNginxMustBeReadable(String format) {
    assertThatThrownBy(() -> AccessFormat.of(format))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("format: no");
  }
}
