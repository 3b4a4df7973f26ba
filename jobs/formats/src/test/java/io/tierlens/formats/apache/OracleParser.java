package io.tierlens.formats.apache;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.basjes.parse.core.exceptions.DissectionFailure;
import nl.basjes.parse.httpdlog.HttpdLoglineParser;

/** Somebody else's parser of the same format strings, for a second opinion. */
final class OracleParser {

  /** What the parser found, by its names. Public, as it is called by name. */
  public static final class Found {
    private final Map<String, String> values = new TreeMap<>();

    public void set(String name, String value) {
      if (value != null) {
        values.put(name, value);
      }
    }
  }

  static {
    // It would say on every run that it has nowhere to log to.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
  }

  private final HttpdLoglineParser<Found> parser;

  OracleParser(String format, Collection<String> names) {
    parser = new HttpdLoglineParser<>(Found.class, format);
    try {
      parser.addParseTarget(
          Found.class.getMethod("set", String.class, String.class), List.copyOf(names));
    } catch (NoSuchMethodException e) {
      throw new LinkageError("set is public", e);
    }
  }

  /** The values by name, nulls left out; empty if the line is none of the format. */
  Optional<Map<String, String>> parse(String line) {
    Found found = new Found();
    try {
      parser.parse(found, line);
      return Optional.of(found.values);
    } catch (DissectionFailure e) {
      return Optional.empty();
    } catch (Exception e) {
      throw new IllegalStateException("the other parser cannot be set up", e);
    }
  }
}
