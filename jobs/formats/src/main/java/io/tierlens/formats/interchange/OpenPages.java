package io.tierlens.formats.interchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pages of bench.log that have begun and not ended. The counter alone is no key: it begins again at
 * one when its file is removed, while a page that died keeps its number forever.
 */
final class OpenPages {

  /** A page's first line. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Page(
      long line, long counter, long pid, long second, byte[] session, byte[] client, byte[] path) {

    static Page of(BenchLine line, long number) {
      return new Page(
          number,
          line.counter(),
          line.pid(),
          line.second(),
          line.session(),
          line.client(),
          line.path());
    }
  }

  private final Map<Long, List<Page>> byCounter = new HashMap<>();

  void begin(Page page) {
    byCounter.computeIfAbsent(page.counter(), counter -> new ArrayList<>(1)).add(page);
  }

  /**
   * Takes out the page that ends: the latest with the same counter, process and session; null if
   * there is none.
   */
  Page end(BenchLine line) {
    List<Page> pages = byCounter.getOrDefault(line.counter(), List.of());
    for (int i = pages.size() - 1; i >= 0; i--) {
      Page page = pages.get(i);
      if (page.pid() == line.pid() && line.hasSession(page.session())) {
        pages.remove(i);
        if (pages.isEmpty()) {
          byCounter.remove(line.counter());
        }
        return page;
      }
    }
    return null;
  }

  /** Takes out all pages, in the order of their lines. */
  List<Page> drain() {
    List<Page> pages = new ArrayList<>();
    byCounter.values().forEach(pages::addAll);
    byCounter.clear();
    pages.sort(Comparator.comparingLong(Page::line));
    return pages;
  }
}
