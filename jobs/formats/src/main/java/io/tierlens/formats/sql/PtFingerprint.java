package io.tierlens.formats.sql;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fingerprint and query id that pt-query-digest shows, for those who know a query by them.
 * Their weaknesses are kept, too: digits inside names are folded, and a string that does not end is
 * shown. Not for the hot path.
 *
 * <p>Says the same as pt-query-digest 3.2.1; the tool pt-fingerprint differs from it in that it
 * leaves {@code true} and {@code false}. In a statement with hundreds of union arms that are alike
 * but for their ends, arms may be left as they are, where the tool would go on for hours.
 */
public final class PtFingerprint {

  private static final Pattern PERCONA_TOOLKIT =
      Pattern.compile("/\\*[0-9A-Za-z_]+\\.[0-9A-Za-z_]+:[0-9]/[0-9]\\*/");
  private static final Pattern CALL = Pattern.compile("(?i)[ \\t\\r\\n\\f\\x0b]*(call\\s+\\S+)\\(");
  private static final Pattern INSERT =
      Pattern.compile("(?i)(?:insert|replace)(?: ignore)?\\s+into");
  private static final Pattern VALUES = Pattern.compile("(?i)values\\s*+\\(");
  private static final Pattern FURTHER_ROW = Pattern.compile("\\)\\s*+,\\s*+\\(");
  private static final Pattern USE = Pattern.compile("(?i)use \\S++\\n?");
  private static final Pattern ESCAPED_QUOTE = Pattern.compile("\\\\[\"']");
  private static final Pattern DOUBLE_QUOTED = Pattern.compile("\"[^\"]*+\"");
  private static final Pattern QUOTED = Pattern.compile("'[^']*+'");
  private static final Pattern TRUTH =
      Pattern.compile("(?i)(?<![0-9a-z_])(?:true|false)(?![0-9a-z_])");
  private static final Pattern NUMBER = Pattern.compile("[0-9+-][0-9a-f.xb+-]*+");
  private static final Pattern MARK_OF_NUMBER = Pattern.compile("[xb.+-]\\?");
  private static final Pattern LEADING_BLANKS = Pattern.compile("^\\s++");
  private static final Pattern BLANKS = Pattern.compile("[ \\n\\t\\r\\f]++");
  private static final Pattern NULL = Pattern.compile("(?<![0-9a-z_])null(?![0-9a-z_])");
  private static final Pattern LIMIT =
      Pattern.compile("(?<![0-9a-z_])limit \\?(?:, ?\\?| offset \\?)?");

  private PtFingerprint() {}

  /** The fingerprint of a statement, as the tool prints it. */
  public static String fingerprint(String statement) {
    // One character a byte, as the tool has it.
    String bytes = new String(statement.getBytes(UTF_8), ISO_8859_1);
    return new String(ofBytes(bytes).getBytes(ISO_8859_1), UTF_8);
  }

  /**
   * The query's id: 32 hexadecimal digits in upper case, of which older releases show the last 16.
   */
  public static String id(String statement) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(fingerprint(statement).getBytes(UTF_8));
      return HexFormat.of().withUpperCase().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  private static String ofBytes(String sql) {
    if (sql.startsWith("SELECT /*!40001 SQL_NO_CACHE */ * FROM `")) {
      return "mysqldump";
    }
    if (PERCONA_TOOLKIT.matcher(sql).find()) {
      return "percona-toolkit";
    }
    if (sql.startsWith("administrator command: ")) {
      return sql;
    }
    Matcher call = CALL.matcher(sql);
    if (call.lookingAt()) {
      return lowerCase(call.group(1));
    }
    String text = PtComments.withoutLines(PtComments.withoutBlocks(firstRowOnly(sql)));
    if (USE.matcher(text).matches()) {
      return text.endsWith("\n") ? "use ?\n" : "use ?";
    }
    return folded(normal(text));
  }

  /** An INSERT without its second row and all that follows. */
  private static String firstRowOnly(String sql) {
    Matcher insert = INSERT.matcher(sql);
    if (!insert.lookingAt()) {
      return sql;
    }
    Matcher values = VALUES.matcher(sql);
    if (insert.end() == sql.length() || !values.find(insert.end() + 1)) {
      return sql;
    }
    Matcher row = FURTHER_ROW.matcher(sql);
    return row.find(values.end()) ? sql.substring(0, row.start() + 1) : sql;
  }

  /** Literals and white space made even, one after the other: the order decides the outcome. */
  private static String normal(String sql) {
    String text = ESCAPED_QUOTE.matcher(sql).replaceAll("");
    text = DOUBLE_QUOTED.matcher(text).replaceAll("?");
    text = QUOTED.matcher(text).replaceAll("?");
    text = TRUTH.matcher(text).replaceAll("?");
    text = NUMBER.matcher(text).replaceAll("?");
    text = MARK_OF_NUMBER.matcher(text).replaceAll("?");
    text = LEADING_BLANKS.matcher(text).replaceAll("");
    if (text.endsWith("\n")) {
      text = text.substring(0, text.length() - 1);
    }
    text = BLANKS.matcher(text).replaceAll(" ");
    return NULL.matcher(lowerCase(text)).replaceAll("?");
  }

  private static String folded(String text) {
    String folded = PtLists.fold(text);
    folded = PtUnions.fold(folded);
    folded = LIMIT.matcher(folded).replaceFirst("limit ?");
    return PtOrder.withoutAscending(folded);
  }

  /** Of letters of ASCII, though the text has characters that are bytes of others. */
  private static String lowerCase(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return lower.toString();
  }
}
