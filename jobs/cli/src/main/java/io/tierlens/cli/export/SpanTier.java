package io.tierlens.cli.export;

import java.util.Locale;

/** The tier that a span is of, named as in the lake's tables. */
enum SpanTier {
  WEB(Kind.SERVER),
  APP(Kind.SERVER),
  /** Web server and application, where they are not told apart. */
  WEB_APP(Kind.SERVER),
  /** The conventions for databases see a query from its client, whoever logged it. */
  DB(Kind.CLIENT);

  /** Numbers of OTLP's SpanKind. */
  private static final class Kind {
    static final int SERVER = 2;
    static final int CLIENT = 3;
  }

  private final int kind;

  SpanTier(int kind) {
    this.kind = kind;
  }

  int otlpKind() {
    return kind;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
