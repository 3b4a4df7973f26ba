package io.tierlens.formats.time;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The words by which a 12 hour clock tells morning from afternoon, in the languages whose locales
 * print such a clock by themselves. A word is compared without its points and without regard to the
 * case of its ASCII letters: {@code p.m.} is {@code PM}.
 */
final class HalfDay {

  /** What a word says. */
  enum Half {
    NEITHER,
    MORNING,
    AFTERNOON
  }

  /** Bytes of the longest word below, and some. */
  private static final int LONGEST = 40;

  /** Where two words make the mark, the one that differs. {@code AM} and {@code PM} are apart. */
  private static final byte[][] MORNING =
      utf8(
          "saaku",
          "an",
          "ጡዋት",
          "पूर्वाह्न",
          "ص",
          "পূৰ্ব্বাহ্ন",
          "পূর্বাহ্ণ",
          "फुं",
          "ጃብ",
          "ᏌᎾᎴ",
          "پن",
          "सञं",
          "πμ",
          "nu",
          "ጽባሕ",
          "સવારે",
          "purvahan",
          "बिहिनियाँ",
          "ಪೂರ್ವಾಹ್ನ",
          "मपू",
          "دوپھربرونھ",
          "രാവിലെ",
          "এম",
          "ဂယး",
          "နံနက်",
          "téng",
          "wd",
          "ਸਵੇਰੇ",
          "ပွတ်းၼႂ်",
          "soodo",
          "subaxnimo",
          "pd",
          "asubuhi",
          "காலை",
          "ಕಾಂಡೆ",
          "ఉ",
          "ንጉሆ",
          "ቀደም",
          "hengihengi",
          "biknait",
          "ማለዶ",
          "上午",
          "午前",
          "오전",
          "፡ጽባሕ");

  private static final byte[][] AFTERNOON =
      utf8(
          "carra",
          "ew",
          "ከሰዓት",
          "अपराह्न",
          "م",
          "অপৰাহ্ন",
          "অপরাহ্ণ",
          "बेलासे",
          "ደምቢ",
          "ᏒᎯᏱᎢᏗᏢ",
          "دن",
          "सबेर",
          "μμ",
          "nh",
          "ምሴት",
          "સાંજે",
          "aparaahna",
          "मंझनियाँ",
          "ಅಪರಾಹ್ನ",
          "मनं",
          "دوپھرپتھ",
          "വൈകു",
          "পম",
          "တ္ၚဲစေၚ်",
          "ညနေ",
          "ē",
          "wb",
          "ਸ਼ਾਮ",
          "ဝၢႆးဝၼ်း",
          "hawwaro",
          "galabnimo",
          "md",
          "alasiri",
          "மாலை",
          "ಬಯ್ಯ",
          "సా",
          "ድሕር",
          "ሓቆ",
          "efiafi",
          "apinun",
          "ቃማ",
          "下午",
          "午後",
          "오후",
          "፡ምሴት");

  /** {@code 上午} of Hong Kong in Big5, whose second byte is a W, and {@code πμ} in ISO 8859-7. */
  private static final byte[][] MORNING_OF_OLD_CHARSETS = {
    {(byte) 0xa4, 'w', (byte) 0xa4, (byte) 0xc8}, {(byte) 0xf0, (byte) 0xec}
  };

  private static final byte[][] AFTERNOON_OF_OLD_CHARSETS = {
    {(byte) 0xa4, 'u', (byte) 0xa4, (byte) 0xc8}, {(byte) 0xec, (byte) 0xec}
  };

  private final byte[] word = new byte[LONGEST];

  /** Which half of the day the word tells, if any; the range holds one word, points and all. */
  Half read(byte[] text, int from, int to) {
    int length = 0;
    for (int i = from; i < to; i++) {
      byte b = text[i];
      if (b == '.') {
        continue;
      }
      if (length == LONGEST) {
        return Half.NEITHER;
      }
      word[length++] = b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
    }
    if (length == 2 && word[1] == 'm') {
      return word[0] == 'a' ? Half.MORNING : word[0] == 'p' ? Half.AFTERNOON : Half.NEITHER;
    }
    if (isAnyOf(MORNING, length) || isAnyOf(MORNING_OF_OLD_CHARSETS, length)) {
      return Half.MORNING;
    }
    return isAnyOf(AFTERNOON, length) || isAnyOf(AFTERNOON_OF_OLD_CHARSETS, length)
        ? Half.AFTERNOON
        : Half.NEITHER;
  }

  private boolean isAnyOf(byte[][] words, int length) {
    for (byte[] other : words) {
      if (other.length == length && Arrays.equals(word, 0, length, other, 0, length)) {
        return true;
      }
    }
    return false;
  }

  private static byte[][] utf8(String... words) {
    byte[][] bytes = new byte[words.length][];
    for (int i = 0; i < words.length; i++) {
      bytes[i] = words[i].getBytes(StandardCharsets.UTF_8);
    }
    return bytes;
  }
}
