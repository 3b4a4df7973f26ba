package io.tierlens.formats.interchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pages of a debug log that have begun and not ended, by process. A page server does one page at a
 * time, so where the template tells the process, a new page means that the one before died. Where
 * only syslog tells it, or nobody, several pages may run under one number: those that overlap
 * cannot be told apart.
 */
final class DebugPages {

  /** What stands under one number. */
  private static final class Slot {
    private DebugPage only;
    private long running;
  }

  private final boolean certain;
  private final Map<Long, Slot> slots = new HashMap<>();
  private final List<DebugPage> neverEnded = new ArrayList<>();

  /** With {@code certain}, the numbers are those of page servers. */
  DebugPages(boolean certain) {
    this.certain = certain;
  }

  /**
   * Takes a page that begins.
   *
   * @return how many begun pages, this one included, are from now on of no use: they overlap
   */
  int begin(DebugPage page) {
    Slot slot = slots.computeIfAbsent(page.pid(), pid -> new Slot());
    if (certain || slot.running == 0) {
      giveUp(slot);
      slot.only = page;
      slot.running = 1;
      return 0;
    }
    int useless = slot.only == null ? 1 : 2;
    slot.only = null;
    slot.running++;
    return useless;
  }

  /** Whether any page runs under the number; else none can end. */
  boolean running(long pid) {
    Slot slot = slots.get(pid);
    return slot != null && slot.running > 0;
  }

  /** Takes out the page that ends; null if it cannot be told which does. */
  DebugPage end(long pid) {
    Slot slot = slots.get(pid);
    slot.running--;
    DebugPage page = slot.only;
    slot.only = null;
    return page;
  }

  /** Interchange begins anew: what runs now, never ends. */
  void restart() {
    slots.values().forEach(this::giveUp);
    slots.clear();
  }

  private void giveUp(Slot slot) {
    if (slot.only != null) {
      neverEnded.add(slot.only);
      slot.only = null;
    }
  }

  /** Takes out all pages that never ended, in the order of their lines. */
  List<DebugPage> drain() {
    restart();
    List<DebugPage> pages = new ArrayList<>(neverEnded);
    neverEnded.clear();
    pages.sort(Comparator.comparingLong(DebugPage::line));
    return pages;
  }
}
