package io.tierlens.formats.time;

import io.tierlens.formats.bytes.Ascii;

/** English names of months, in full or cut to three letters. */
final class MonthName {

  /** The letters of a short name. */
  static final int SHORT = 3;

  private static final byte[][] NAMES = {
    Ascii.bytes("January"),
    Ascii.bytes("February"),
    Ascii.bytes("March"),
    Ascii.bytes("April"),
    Ascii.bytes("May"),
    Ascii.bytes("June"),
    Ascii.bytes("July"),
    Ascii.bytes("August"),
    Ascii.bytes("September"),
    Ascii.bytes("October"),
    Ascii.bytes("November"),
    Ascii.bytes("December")
  };

  private MonthName() {}

  /** The month whose name begins here, from 1; 0 if none does. */
  static int at(byte[] text, int from, int to) {
    for (int month = 0; month < NAMES.length && to - from >= SHORT; month++) {
      byte[] name = NAMES[month];
      if (name[0] == text[from] && name[1] == text[from + 1] && name[2] == text[from + 2]) {
        return month + 1;
      }
    }
    return 0;
  }

  /** How many letters of the month's name stand here: all of them, or three. */
  static int length(int month, byte[] text, int from, int to) {
    byte[] name = NAMES[month - 1];
    return Ascii.startsWith(text, from, to, name) ? name.length : SHORT;
  }
}
