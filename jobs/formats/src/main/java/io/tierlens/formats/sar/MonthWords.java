package io.tierlens.formats.sar;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of months in banners: most languages print figures, English of Asia and Arabic do not. */
final class MonthWords {

  /** What the names begin with, in the order of the months; names cut short hold it too. */
  private static final String[][] BEGINNINGS = {
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"},
    {"ينا", "فبر", "مار", "أبر", "ماي", "يون", "يول", "أغس", "سبت", "أكت", "نوف", "ديس"}
  };

  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private MonthWords() {}

  /** The month, from 1, that one of the words names; 0 if none does or several do. */
  static int month(String text) {
    int found = 0;
    Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (words.find()) {
      int month = monthOf(words.group());
      if (month > 0 && found > 0) {
        return 0;
      }
      found = Math.max(found, month);
    }
    return found;
  }

  private static int monthOf(String word) {
    for (String[] months : BEGINNINGS) {
      for (int i = 0; i < months.length; i++) {
        if (word.startsWith(months[i])) {
          return i + 1;
        }
      }
    }
    return 0;
  }
}
