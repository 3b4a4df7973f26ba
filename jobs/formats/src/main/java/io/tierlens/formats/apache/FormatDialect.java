package io.tierlens.formats.apache;

/** How a server writes values that the text around them would not bear. */
enum FormatDialect {
  /** {@code \"}, {@code \\}, the control characters of C, {@code \xhh}; {@code -} is absent. */
  APACHE,
  /** As Apache, but {@code \xhh} only; the clock is read in whole milliseconds. */
  NGINX,
  /** The escapes of JSON; a value that is absent is empty. */
  NGINX_JSON,
  /** Nothing is escaped, and a value that is absent is empty. */
  NGINX_RAW;

  boolean nginx() {
    return this != APACHE;
  }

  /** Whether an absent value is empty; else it is a hyphen. */
  boolean absentIsEmpty() {
    return this == NGINX_JSON || this == NGINX_RAW;
  }

  boolean escapes() {
    return this != NGINX_RAW;
  }
}
