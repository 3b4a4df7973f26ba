package io.tierlens.formats.mysql;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the stamps of some servers mean, by their version. Asked only where the order of the entries
 * does not tell, because a version says less: MariaDB changed from ends to starts within a series,
 * and the release that did is not known. So only releases that were tried are known here, and later
 * ones of their series.
 */
final class KnownServers {

  private static final Pattern MARIADB =
      Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})-MariaDB.*");

  /** Series, and its first release seen to stamp starts. */
  private static final int[][] STAMP_STARTS = {{10, 11, 19}, {11, 4, 5}};

  private KnownServers() {}

  /** The time basis that all of the versions share, if each is known. */
  static Optional<TimeBasis> timeBasis(Collection<String> versions) {
    boolean known = !versions.isEmpty() && versions.stream().allMatch(KnownServers::stampsStarts);
    return known ? Optional.of(TimeBasis.START) : Optional.empty();
  }

  private static boolean stampsStarts(String version) {
    Matcher matcher = MARIADB.matcher(version);
    if (!matcher.matches()) {
      return false;
    }
    for (int[] release : STAMP_STARTS) {
      if (Integer.parseInt(matcher.group(1)) == release[0]
          && Integer.parseInt(matcher.group(2)) == release[1]
          && Integer.parseInt(matcher.group(3)) >= release[2]) {
        return true;
      }
    }
    return false;
  }
}
