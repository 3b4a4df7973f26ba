package io.tierlens.formats.sql;

import io.tierlens.formats.record.KeyPool;
import java.util.Arrays;

/**
 * Keys and values from the comments of a statement, as tracing libraries and careful applications
 * write them: {@code traceparent='00-0af7-b7ad-01',route='%2Fshop'}, {@code page=a, line=10},
 * {@code file: cart.html, line: 10}. Reused.
 *
 * <p>A comment is prose until it proves otherwise, for a table full of stray words is worse than a
 * tag that is missed:
 *
 * <ul>
 *   <li>All of a comment's pieces, parted by commas, semicolons or blanks, must be pairs. No blank
 *       stands beside {@code =}, since {@code a = 1} is a condition that someone took out; one may
 *       follow {@code :}, but of pairs with {@code :} there must be two, since {@code todo: drop}
 *       is a remark.
 *   <li>Of any other comment those pairs are taken whose key only tracing uses, such as {@code
 *       request_id}, and whose value looks like an id, that is, has a digit.
 * </ul>
 *
 * <p>Keys, and values in single quotes, may be url-encoded, and {@code \'} stands for a quote. The
 * first value of a key stays. Values are ranges of the statement unless they had to be decoded.
 */
public final class CommentTags {

  /** Too low: tags of a chatty library are lost. Too high: a hostile comment takes long. */
  private static final int MOST = 64;

  private final KeyPool pool = new KeyPool();
  private final TagDecoder decoder = new TagDecoder();
  private final PairReader pair = new PairReader();
  private final byte[][] keys = new byte[MOST][];
  private final byte[][] values = new byte[MOST][];
  private final int[] starts = new int[MOST];
  private final int[] ends = new int[MOST];
  private int size;
  private int request;

  CommentTags() {
    request = -1;
  }

  void clear() {
    // Tags of earlier statements would keep their bytes alive for no use, but few and small ones.
    size = 0;
    request = -1;
    decoder.clear();
  }

  /** Takes one comment, its marks left out. */
  void read(byte[] sql, int from, int to) {
    if (size < MOST && !readPairs(sql, from, to)) {
      readTracingKeys(sql, from, to);
    }
  }

  /** The number of tags. */
  public int size() {
    return size;
  }

  /** The name of a tag; the array stays as it is for good. */
  public byte[] key(int tag) {
    return keys[tag];
  }

  /** The bytes that hold a tag's value, from {@link #start} to {@link #end}. */
  public byte[] bytes(int tag) {
    return values[tag];
  }

  public int start(int tag) {
    return starts[tag];
  }

  public int end(int tag) {
    return ends[tag];
  }

  /** The first tag that names the request ({@code request_id}, {@code X-Request-ID}), or -1. */
  public int request() {
    return request;
  }

  /** Takes the comment's tags if all of it is pairs. */
  private boolean readPairs(byte[] sql, int from, int to) {
    int colons = 0;
    int equals = 0;
    pair.begin(sql, from, to);
    while (pair.next()) {
      if (pair.colon()) {
        colons++;
      } else {
        equals++;
      }
    }
    if (pair.failed() || colons + equals == 0 || (colons == 1 && equals == 0)) {
      return false;
    }
    pair.begin(sql, from, to);
    while (pair.next()) {
      put();
    }
    return true;
  }

  private void readTracingKeys(byte[] sql, int from, int to) {
    pair.begin(sql, from, to);
    while (pair.nextTracingKey()) {
      put();
    }
  }

  private void put() {
    byte[] sql = pair.sql();
    byte[] key = decoder.key(pool, sql, pair.keyStart(), pair.keyEnd());
    for (int i = 0; i < size; i++) {
      if (Arrays.equals(keys[i], key)) {
        return;
      }
    }
    if (size == MOST) {
      return;
    }
    keys[size] = key;
    if (pair.quoted() && decoder.decode(sql, pair.valueStart(), pair.valueEnd())) {
      values[size] = decoder.bytes();
      starts[size] = decoder.start();
      ends[size] = decoder.end();
    } else {
      values[size] = sql;
      starts[size] = pair.valueStart();
      ends[size] = pair.valueEnd();
    }
    TracingKey known = TracingKey.of(key, 0, key.length);
    if (request < 0 && known != null && known.isRequest()) {
      request = size;
    }
    size++;
  }
}
