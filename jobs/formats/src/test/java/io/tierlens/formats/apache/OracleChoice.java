package io.tierlens.formats.apache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Where this parser differs from the other one on purpose, and why. */
enum OracleChoice {
  /** {@code %b} writes a hyphen for no bytes: that is known to be none, not unknown. */
  NO_BYTES_ARE_ZERO {
    @Override
    boolean explains(Difference found) {
      return found.field().startsWith("BYTESCLF:")
          && "0".equals(found.ours())
          && found.theirs() == null;
    }
  },
  /** The server escaped the referer as it did the user agent; the other parser undoes only that. */
  ESCAPES_OF_REFERERS_ARE_UNDONE {
    @Override
    boolean explains(Difference found) {
      return found.field().equals("HTTP.URI:request.referer") && found.isUndone();
    }
  },
  /** A user's name is escaped too. */
  ESCAPES_OF_USERS_ARE_UNDONE {
    @Override
    boolean explains(Difference found) {
      return found.field().equals("STRING:connection.client.user") && found.isUndone();
    }
  },
  /** nginx escapes as well, and means the same. */
  ESCAPES_OF_NGINX_ARE_UNDONE {
    @Override
    boolean explains(Difference found) {
      return found.nginx() && !found.field().contains("referer") && found.isUndone();
    }
  },
  /**
   * {@code \xc3\xa9} is one letter in two bytes; the other parser makes two odd characters of it.
   */
  ESCAPED_BYTES_ARE_UTF_8 {
    @Override
    boolean explains(Difference found) {
      return found.isMisread();
    }
  },
  /** A client may send a line break; it is a part of the path and no end of the request. */
  REQUESTS_MAY_HOLD_LINE_BREAKS {
    @Override
    boolean explains(Difference found) {
      return found.inRequestLine() && found.line().contains("\\n");
    }
  },
  /** What a client sent first is its method, even if it sent nothing else. */
  A_METHOD_MAY_STAND_ALONE {
    @Override
    boolean explains(Difference found) {
      return found.inRequestLine()
          && found.theirs() == null
          && found.line().contains("\"" + found.ours() + "\"");
    }
  },
  /** A method is any token of RFC 9110, not letters alone. */
  METHODS_ARE_TOKENS {
    @Override
    boolean explains(Difference found) {
      return found.inRequestLine()
          && found.theirs() == null
          && !found.method().matches("[A-Za-z]+");
    }
  },
  /** A quote behind a backslash is a part of the value, whatever stands behind it. */
  ESCAPED_QUOTES_END_NOTHING {
    @Override
    boolean explains(Difference found) {
      return found.line().contains("\\\" \"")
          && found.theirs() != null
          && (found.theirs().endsWith("\\") || found.theirs().startsWith(" \""));
    }
  },
  /** A referer is whatever a client sent; that of nginx too. */
  REFERERS_OF_NGINX_MAY_HAVE_BLANKS {
    @Override
    boolean explains(Difference found) {
      return found.nginx()
          && found.field().equals(Difference.WHOLE_LINE)
          && found.line().matches(".*\" [0-9]+ [0-9]+ \"[^\"]* [^\"]*\" \".*");
    }
  },
  /** A user's name may have blanks; the stamp behind it tells where it ends. */
  USERS_MAY_HAVE_BLANKS {
    @Override
    boolean explains(Difference found) {
      return found.field().equals(Difference.WHOLE_LINE)
          && found.ours() != null
          && found.ours().contains(" ");
    }
  };

  /** Whether a difference is this one. */
  abstract boolean explains(Difference found);

  /**
   * Something that the two parsers do not agree on.
   *
   * @param field the other parser's name; {@link #WHOLE_LINE} if it took the line for none of the
   *     format, and then {@code ours} is the user's name
   * @param ours null if absent
   * @param theirs null if absent
   * @param method of the request, as this parser has it; empty if there is none
   */
  record Difference(
      boolean nginx, String field, String ours, String theirs, String method, String line) {

    static final String WHOLE_LINE = "line";

    private static final int FIRST_BAD_CHARACTER = 0xff80;

    boolean inRequestLine() {
      return field.contains("firstline");
    }

    /** Whether theirs is ours with its escapes. */
    boolean isUndone() {
      if (ours == null || theirs == null || theirs.indexOf('\\') < 0) {
        return false;
      }
      byte[] bytes = theirs.getBytes(UTF_8);
      ByteArrayOutputStream undone = new ByteArrayOutputStream();
      int i = 0;
      while (i < bytes.length) {
        if (bytes[i] != '\\' || i + 1 == bytes.length) {
          undone.write(bytes[i++]);
        } else if (bytes[i + 1] == 'x') {
          undone.write(Integer.parseInt(new String(bytes, i + 2, 2, UTF_8), 16));
          i += 4;
        } else {
          undone.write(bytes[i + 1] == 'n' ? '\n' : bytes[i + 1] == 't' ? '\t' : bytes[i + 1]);
          i += 2;
        }
      }
      return marked().equals(undone.toString(UTF_8));
    }

    /** Whether theirs is ours with a character for each byte above 127. */
    boolean isMisread() {
      if (ours == null
          || theirs == null
          || theirs.chars().noneMatch(c -> c >= FIRST_BAD_CHARACTER)) {
        return false;
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      theirs
          .chars()
          .forEach(
              c -> {
                if (c >= FIRST_BAD_CHARACTER) {
                  bytes.write(c & 0xff);
                } else {
                  bytes.writeBytes(String.valueOf((char) c).getBytes(UTF_8));
                }
              });
      return marked().equals(bytes.toString(UTF_8));
    }

    /** Ours with the one byte of the samples that is no UTF-8 as Java marks it. */
    private String marked() {
      return ours.replace("\\xe9", "\ufffd");
    }
  }
}
