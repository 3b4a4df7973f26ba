package io.tierlens.formats.esxtop;

import io.tierlens.formats.bytes.CsvLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the hypervisor schedules as one: a virtual machine, or a part of the hypervisor itself. */
final class Group {
  static final int NONE = -1;

  /** The hypervisor's own parts; daemons are {@code name.number}. */
  private static final Pattern OWN =
      Pattern.compile(
          "idle|system|helper|drivers|ft|vmotion|console|vmkapimod|init|[A-Za-z_-]+\\.\\d+");

  private static final long NEVER = -1;

  private final String instance;
  private final String name;
  private final List<Integer> readsOfDisks = new ArrayList<>();
  private final List<Integer> writesOfDisks = new ArrayList<>();
  private final List<Integer> sent = new ArrayList<>();
  private final List<Integer> received = new ArrayList<>();
  private final Set<String> vcpus = new HashSet<>();
  private byte[] domain;
  private boolean machine;

  private int used = NONE;
  private int ready = NONE;
  private int memory = NONE;
  private int reads = NONE;
  private int writes = NONE;

  private long line = NEVER;
  private long at;

  /** A group of {@code Group Cpu}, whose instance is {@code id:name}. */
  Group(String instance) {
    this.instance = instance;
    this.name = instance.substring(instance.indexOf(':') + 1);
    this.domain = CsvLine.bytes(name);
  }

  String instance() {
    return instance;
  }

  String name() {
    return name;
  }

  boolean isMachine() {
    return machine || !OWN.matcher(name).matches();
  }

  /** Notes that it has what only a machine has. */
  void isOneSurely() {
    machine = true;
  }

  /** Notes that other groups have its name. */
  void nameIsShared() {
    domain = CsvLine.bytes(instance);
  }

  /** What to call it, as it stood in the file. */
  byte[] domain() {
    return domain;
  }

  void cpu(String counter, int column) {
    switch (counter) {
      case "% Used" -> used = column;
      case "% Ready" -> ready = column;
      default -> {}
    }
  }

  void memory(String counter, int column) {
    if (counter.equals("Memory Size MBytes")) {
      memory = column;
    }
  }

  /**
   * A counter of a virtual disk.
   *
   * @param all whether it is of all disks of the machine together
   */
  void disk(String counter, int column, boolean all) {
    switch (counter) {
      case "Reads/sec" -> {
        reads = all ? column : reads;
        readsOfDisks.add(column);
      }
      case "Writes/sec" -> {
        writes = all ? column : writes;
        writesOfDisks.add(column);
      }
      default -> {}
    }
  }

  void port(String counter, int column) {
    switch (counter) {
      case "MBits Transmitted/sec" -> sent.add(column);
      case "MBits Received/sec" -> received.add(column);
      default -> {}
    }
  }

  /** The name of a virtual CPU of it. */
  void vcpu(String cpu) {
    vcpus.add(cpu);
  }

  int used() {
    return used;
  }

  int ready() {
    return ready;
  }

  int memory() {
    return memory;
  }

  List<Integer> reads() {
    return reads == NONE ? readsOfDisks : List.of(reads);
  }

  List<Integer> writes() {
    return writes == NONE ? writesOfDisks : List.of(writes);
  }

  List<Integer> sent() {
    return sent;
  }

  List<Integer> received() {
    return received;
  }

  /** How many virtual CPUs it has; 0 if nothing tells. */
  int vcpuCount() {
    return vcpus.size();
  }

  boolean wasSeen() {
    return line != NEVER;
  }

  boolean wasIn(long lineBefore) {
    return line == lineBefore && wasSeen();
  }

  /** When it was seen last. */
  long at() {
    return at;
  }

  void see(long inLine, long instant) {
    line = inLine;
    at = instant;
  }
}
