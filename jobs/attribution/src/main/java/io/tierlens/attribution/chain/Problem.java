package io.tierlens.attribution.chain;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests and queries of one run, of which nothing is known but when they ran, which page and
 * which statement they are, and perhaps the process and the connection.
 *
 * <p>Requests and queries are numbered from 0 in the order in which they were added: requests by
 * their earliest start, queries in the order of the log, which is that of their ends. Instants are
 * microseconds; a pair {@code From}, {@code By} is an interval, both ends possible.
 */
public final class Problem {
  /** Stands for a process or connection that the log does not tell. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  private final long[] startsFrom;
  private final long[] startsBy;
  private final long[] duration;
  private final int[] page;
  private final long[] process;
  private final long[] endsFrom;
  private final long[] endsBy;
  private final long[] time;
  private final int[] statement;
  private final long[] connection;
  private final List<String> pageNames;
  private final List<String> statementNames;

  private Problem(Builder builder) {
    startsFrom = builder.startsFrom.toArray();
    startsBy = builder.startsBy.toArray();
    duration = builder.duration.toArray();
    page = builder.page.toArray();
    process = builder.process.toArray();
    endsFrom = builder.endsFrom.toArray();
    endsBy = builder.endsBy.toArray();
    time = builder.time.toArray();
    statement = builder.statement.toArray();
    connection = builder.connection.toArray();
    pageNames = List.copyOf(builder.pages.keySet());
    statementNames = List.copyOf(builder.statements.keySet());
  }

  /** Nothing added yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** How many requests there are. */
  public int requests() {
    return page.length;
  }

  /** Earliest start of what can run queries: the page in the application, else the request. */
  public long startsFromUs(int request) {
    return startsFrom[request];
  }

  /** Latest start, likewise. */
  public long startsByUs(int request) {
    return startsBy[request];
  }

  /** Its duration, exact or the longest that the stamps allow. */
  public long durationUs(int request) {
    return duration[request];
  }

  /** Latest end. */
  public long latestEndUs(int request) {
    return startsBy[request] + duration[request];
  }

  /** The middle of what its start can be. */
  public long startUs(int request) {
    return startsFrom[request] + (startsBy[request] - startsFrom[request]) / 2;
  }

  /** The middle of what its end can be. */
  public long endUs(int request) {
    return startUs(request) + duration[request];
  }

  /** How far the true start can lie from the middle. */
  public long slackUs(int request) {
    return (startsBy[request] - startsFrom[request] + 1) / 2;
  }

  /** Number of its page. */
  public int page(int request) {
    return page[request];
  }

  /** Process that ran the page, or {@link #UNKNOWN}. */
  public long process(int request) {
    return process[request];
  }

  /** How many queries there are. */
  public int queries() {
    return time.length;
  }

  /** Earliest end of the query. */
  public long endsFromUs(int query) {
    return endsFrom[query];
  }

  /** Latest end of the query. */
  public long endsByUs(int query) {
    return endsBy[query];
  }

  /** The middle of what the query's end can be. */
  public long queryEndUs(int query) {
    return endsFrom[query] + (endsBy[query] - endsFrom[query]) / 2;
  }

  /** The middle of what its start can be. */
  public long queryStartUs(int query) {
    return queryEndUs(query) - time[query];
  }

  /** How far the true end can lie from the middle. */
  public long querySlackUs(int query) {
    return (endsBy[query] - endsFrom[query] + 1) / 2;
  }

  /** Its duration. */
  public long timeUs(int query) {
    return time[query];
  }

  /** Number of its statement's class. */
  public int statement(int query) {
    return statement[query];
  }

  /** Database connection that ran it, or {@link #UNKNOWN}. */
  public long connection(int query) {
    return connection[query];
  }

  /** True where the stamps allow the query to lie inside the request. */
  public boolean fits(int query, int request) {
    return time[query] <= duration[request]
        && startsFrom[request] <= endsBy[query] - time[query]
        && latestEndUs(request) >= endsFrom[query];
  }

  /** Names of the pages by their numbers. */
  public List<String> pageNames() {
    return pageNames;
  }

  /** Names of the statements' classes by their numbers. */
  public List<String> statementNames() {
    return statementNames;
  }

  /** Collects requests and queries. */
  public static final class Builder {
    private final Longs startsFrom = new Longs();
    private final Longs startsBy = new Longs();
    private final Longs duration = new Longs();
    private final Ints page = new Ints();
    private final Longs process = new Longs();
    private final Longs endsFrom = new Longs();
    private final Longs endsBy = new Longs();
    private final Longs time = new Longs();
    private final Ints statement = new Ints();
    private final Longs connection = new Longs();
    private final Map<String, Integer> pages = new LinkedHashMap<>();
    private final Map<String, Integer> statements = new LinkedHashMap<>();

    private Builder() {}

    /** Adds a request; see the accessors for the meaning. */
    public Builder request(
        long startsFromUs, long startsByUs, long durationUs, String pageName, Long processId) {
      requireNonNull(pageName, "pageName is null");
      startsFrom.add(startsFromUs);
      startsBy.add(Math.max(startsFromUs, startsByUs));
      duration.add(Math.max(0, durationUs));
      page.add(pages.computeIfAbsent(pageName, name -> pages.size()));
      process.add(processId == null ? UNKNOWN : processId);
      return this;
    }

    /** Adds a query; see the accessors for the meaning. */
    public Builder query(
        long endsFromUs, long endsByUs, long timeUs, String statementName, Long connectionId) {
      requireNonNull(statementName, "statementName is null");
      endsFrom.add(endsFromUs);
      endsBy.add(Math.max(endsFromUs, endsByUs));
      time.add(Math.max(0, timeUs));
      statement.add(statements.computeIfAbsent(statementName, name -> statements.size()));
      connection.add(connectionId == null ? UNKNOWN : connectionId);
      return this;
    }

    /** Numbers pages and statements in advance, in the order given. */
    Builder names(List<String> pageNames, List<String> statementNames) {
      pageNames.forEach(name -> pages.computeIfAbsent(name, key -> pages.size()));
      statementNames.forEach(name -> statements.computeIfAbsent(name, key -> statements.size()));
      return this;
    }

    /** What has been added so far. */
    public Problem build() {
      return new Problem(this);
    }
  }

  /** A list of numbers that grows. */
  private static final class Longs {
    private long[] values = new long[64];
    private int count;

    void add(long value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = value;
    }

    long[] toArray() {
      return Arrays.copyOf(values, count);
    }
  }

  /** A list of small numbers that grows. */
  private static final class Ints {
    private int[] values = new int[64];
    private int count;

    void add(int value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = value;
    }

    int[] toArray() {
      return Arrays.copyOf(values, count);
    }
  }
}
