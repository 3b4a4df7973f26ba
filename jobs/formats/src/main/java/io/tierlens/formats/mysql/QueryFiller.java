package io.tierlens.formats.mysql;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.ByteSearch;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Selection;
import io.tierlens.formats.sql.CommentTags;
import io.tierlens.formats.sql.Fingerprint;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Makes a record of an entry, and carries the database from one entry to the next. */
final class QueryFiller {

  /** Both ends are cut off to whole seconds, so their difference is out by less than one. */
  private static final long ERROR_OF_WHOLE_SECONDS = 999_999;

  private static final byte[] BLOCK_COMMENT = Ascii.bytes("/*");
  private static final byte[] LINE_COMMENT = Ascii.bytes("--");
  private static final byte[] QUERY = Ascii.bytes("Query");
  private static final byte[] STATED = Ascii.bytes("stated");
  private static final byte[] CARRIED = Ascii.bytes("carried");
  private static final byte[] UNKNOWN = Ascii.bytes("unknown");
  private static final byte[] HEX = Ascii.bytes("0123456789abcdef");
  private static final byte[] START = Ascii.bytes(TimeBasis.START.word);
  private static final byte[] END = Ascii.bytes(TimeBasis.END.word);

  private final LogRecord record;
  private final Selection selection;
  private final EntryClock clock;
  private final SlowLogFacts facts;
  private final ExtraFiller extras = new ExtraFiller();
  private final Fingerprint fingerprint = new Fingerprint();
  private final MessageDigest md5 = md5();
  private final byte[] id = new byte[32];
  private final LogRecord unselected = new LogRecord(QueryRecord.TYPE);

  private byte[] database = new byte[64];
  private int databaseLength;

  QueryFiller(LogRecord record, Selection selection, EntryClock clock, SlowLogFacts facts) {
    this.record = record;
    this.selection = selection;
    this.clock = clock;
    this.facts = facts;
  }

  /**
   * Fills the record, unless its time is not wanted; it shows the entry's bytes, so it holds until
   * the next entry begins.
   *
   * @return whether the record is wanted
   */
  boolean write(Entry entry) {
    Header header = entry.header;
    clock.read(header);
    facts.entry(header);
    boolean wanted = !clock.known() || selection.holds(clock.start());
    if (wanted) {
      record.clear(entry.line());
      writeHeader(entry);
    }
    writeDatabase(entry);
    int begin = entry.statementBegin();
    int end = entry.statementEnd();
    facts.statement(entry.bytes(), begin, end);
    if (wanted && LineKind.isCommand(entry.bytes(), begin, end)) {
      writeCommand(entry);
    } else if (wanted) {
      writeStatement(entry);
    }
    return wanted;
  }

  private void writeHeader(Entry entry) {
    Header header = entry.header;
    if (clock.known()) {
      record.setLong(QueryRecord.START_TIME, clock.start());
      record.setLong(QueryRecord.START_SLACK, clock.slack());
    }
    clock
        .basis()
        .ifPresent(basis -> text(QueryRecord.TIME_BASIS, basis == TimeBasis.START ? START : END));
    record.setLong(QueryRecord.QUERY_TIME, header.queryTime);
    record.setLong(QueryRecord.QUERY_TIME_ERROR, header.wholeSeconds ? ERROR_OF_WHOLE_SECONDS : 0);
    number(QueryRecord.LOCK_TIME, header.lockTime);
    number(QueryRecord.THREAD_ID, header.threadId);
    number(QueryRecord.BYTES_SENT, header.bytesSent);
    number(QueryRecord.RATE_LIMIT, header.rateLimit);
    range(QueryRecord.USER, entry, header.user);
    range(QueryRecord.CLIENT, entry, header.client);
    if (record.wants(QueryRecord.EXTRA)) {
      extras.write(entry.bytes(), header.extras, record);
    }
  }

  /** A command such as Ping or Quit. Its row counts are left over from the statement before it. */
  private void writeCommand(Entry entry) {
    int end = entry.statementEnd();
    int begin = LineKind.commandBegin(entry.bytes(), entry.statementBegin(), end);
    record.setText(QueryRecord.COMMAND, entry.bytes(), begin, end);
  }

  private void writeStatement(Entry entry) {
    Header header = entry.header;
    byte[] bytes = entry.bytes();
    int begin = entry.statementBegin();
    int end = entry.statementEnd();
    text(QueryRecord.COMMAND, QUERY);
    number(QueryRecord.ROWS_SENT, header.rowsSent);
    number(QueryRecord.ROWS_EXAMINED, header.rowsExamined);
    number(QueryRecord.ROWS_AFFECTED, header.rowsAffected);
    record.setText(QueryRecord.STATEMENT, bytes, begin, end);
    record.setLong(QueryRecord.STATEMENT_BYTES, entry.statementLength());
    boolean fingerprintWanted =
        record.wants(QueryRecord.FINGERPRINT) || record.wants(QueryRecord.FINGERPRINT_ID);
    boolean tagsWanted = record.wants(QueryRecord.REQUEST_ID) || record.wants(QueryRecord.TAGS);
    if (fingerprintWanted || (tagsWanted && mayHoldComment(bytes, begin, end))) {
      writeFingerprint(bytes, begin, end);
    }
  }

  /** Most statements hold none, and then there is no need to read them for their tags. */
  private static boolean mayHoldComment(byte[] sql, int from, int to) {
    return Ascii.indexOf(sql, from, to, BLOCK_COMMENT) >= 0
        || Ascii.indexOf(sql, from, to, LINE_COMMENT) >= 0
        || ByteSearch.indexOf((byte) '#', sql, from, to) >= 0;
  }

  private void writeFingerprint(byte[] bytes, int begin, int end) {
    fingerprint.read(bytes, begin, end);
    record.setText(QueryRecord.FINGERPRINT, fingerprint.bytes(), 0, fingerprint.size());
    if (record.wants(QueryRecord.FINGERPRINT_ID)) {
      writeFingerprintId();
    }
    CommentTags tags = fingerprint.tags();
    for (int i = 0; i < tags.size(); i++) {
      record.putText(QueryRecord.TAGS, tags.key(i), tags.bytes(i), tags.start(i), tags.end(i));
    }
    int request = tags.request();
    if (request >= 0) {
      record.setText(
          QueryRecord.REQUEST_ID, tags.bytes(request), tags.start(request), tags.end(request));
    }
  }

  /** Of the fingerprint as the record shows it, so that anyone can compute it from the table. */
  private void writeFingerprintId() {
    int field = QueryRecord.FINGERPRINT;
    LogRecord shown = record;
    if (!record.wants(field)) {
      shown = unselected;
      shown.setText(field, fingerprint.bytes(), 0, fingerprint.size());
    }
    int begin = shown.startAt(field);
    md5.update(shown.bytesAt(field), begin, shown.endAt(field) - begin);
    byte[] digest = md5.digest();
    for (int i = 0; i < digest.length; i++) {
      id[2 * i] = HEX[(digest[i] >> 4) & 0xf];
      id[2 * i + 1] = HEX[digest[i] & 0xf];
    }
    text(QueryRecord.FINGERPRINT_ID, id);
  }

  /**
   * Writes the database: as the entry states it, an empty Schema being a statement too, or else the
   * last one that any entry named, for the server leaves out what it has just written.
   */
  private void writeDatabase(Entry entry) {
    Header.Range stated = entry.header.schemaKey ? entry.header.schema : entry.useName;
    if (!stated.isEmpty()) {
      carry(entry.bytes(), stated.from, stated.to);
    }
    if (entry.header.schemaKey || entry.hasUse()) {
      range(QueryRecord.DATABASE, entry, stated);
      text(QueryRecord.DATABASE_SOURCE, STATED);
    } else if (databaseLength > 0) {
      record.setText(QueryRecord.DATABASE, database, 0, databaseLength);
      text(QueryRecord.DATABASE_SOURCE, CARRIED);
    } else {
      text(QueryRecord.DATABASE_SOURCE, UNKNOWN);
    }
  }

  private void carry(byte[] bytes, int from, int to) {
    databaseLength = to - from;
    if (databaseLength > database.length) {
      database = Arrays.copyOf(database, databaseLength);
    }
    System.arraycopy(bytes, from, database, 0, databaseLength);
  }

  /** Goes on with the database of entries that another reader has read. */
  void inherit(String name) {
    byte[] bytes = Ascii.bytes(name);
    carry(bytes, 0, bytes.length);
  }

  /** The last database that an entry has named; empty before the first. */
  String database() {
    return new String(database, 0, databaseLength, ISO_8859_1);
  }

  private void number(int field, long value) {
    if (value != Header.ABSENT) {
      record.setLong(field, value);
    }
  }

  private void range(int field, Entry entry, Header.Range range) {
    if (!range.isEmpty()) {
      record.setText(field, entry.bytes(), range.from, range.to);
    }
  }

  private void text(int field, byte[] value) {
    record.setText(field, value, 0, value.length);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
