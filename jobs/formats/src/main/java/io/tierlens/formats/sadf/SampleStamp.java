package io.tierlens.formats.sadf;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;
import io.tierlens.formats.time.SadfTime;

/** The members of a sample's time stamp in JSON, as they come in. */
final class SampleStamp {
  private String date = "";
  private String time = "";
  private String zone = "";
  private long interval = Numbers.NOT_A_NUMBER;
  private final SadfTime read = new SadfTime();

  void clear() {
    date = "";
    time = "";
    zone = "";
    interval = Numbers.NOT_A_NUMBER;
  }

  void date(String value) {
    date = value;
  }

  void time(String value) {
    time = value;
  }

  void zone(String value) {
    zone = value;
  }

  /** In seconds. */
  void interval(long seconds) {
    interval = seconds;
  }

  /** Whether the members make a time and an interval, which can then be asked for. */
  boolean isWhole() {
    byte[] text = Ascii.bytes((date + " " + time + " " + zone).strip());
    return read.read(text, 0, text.length) && interval > 0;
  }

  SadfTime time() {
    return read;
  }

  long interval() {
    return interval;
  }
}
