package io.tierlens.formats.esxtop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which columns tell of which machine, as one header names them. */
final class PdhHeader {

  /** A port of a machine is named after it and, in later versions, its interface. */
  private static final Pattern INTERFACE = Pattern.compile("\\.eth\\d+$");

  private static final String VCPU = ":vmx-vcpu-";

  private final PdhZone zone;
  private final int count;
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, List<Group>> byName = new HashMap<>();
  private final Set<String> hostCpus = new HashSet<>();
  private final List<Group> machines = new ArrayList<>();
  private String host;

  /** Takes the names of a line whose first cell tells this of the clock. */
  PdhHeader(PdhZone zone, PdhLine line) {
    this.zone = zone;
    boolean commaAtEnd = line.count() > 1 && line.cell(line.count() - 1).isEmpty();
    count = commaAtEnd ? line.count() - 1 : line.count();
    List<CounterPath> paths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      paths.add(i == 0 ? null : CounterPath.of(line.cell(i)).orElse(null));
    }
    for (int i = 1; i < count; i++) {
      if (paths.get(i) != null) {
        takeGroup(paths.get(i), i);
      }
    }
    groups.values().forEach(this::addName);
    for (int i = 1; i < count; i++) {
      if (paths.get(i) != null) {
        takeOther(paths.get(i), i);
      }
    }
    groups.values().stream().filter(Group::isMachine).forEach(machines::add);
  }

  private void takeGroup(CounterPath path, int column) {
    host = host == null ? path.host() : host;
    if (path.object().equals("Group Cpu") && path.instance().indexOf(':') >= 0) {
      groups.computeIfAbsent(path.instance(), Group::new).cpu(path.counter(), column);
    }
  }

  private void addName(Group group) {
    List<Group> same = byName.computeIfAbsent(group.name(), name -> new ArrayList<>());
    same.add(group);
    if (same.size() > 1) {
      same.forEach(Group::nameIsShared);
    }
  }

  private void takeOther(CounterPath path, int column) {
    switch (path.object()) {
      case "Group Memory" -> {
        Group group = groups.get(path.instance());
        if (group != null) {
          group.memory(path.counter(), column);
        }
      }
      case "Physical Cpu" -> {
        if (!path.instance().startsWith("_")) {
          hostCpus.add(path.instance());
        }
      }
      case "Vcpu" -> takeVcpu(path.instance());
      case "Virtual Disk" -> takeDisk(path, column);
      case "Network Port" -> takePort(path, column);
      default -> {}
    }
  }

  /** {@code 28868:www:28870:vmx-vcpu-0:www}: the group, the world's number and its name. */
  private void takeVcpu(String instance) {
    int name = instance.indexOf(VCPU);
    int world = name < 0 ? -1 : instance.lastIndexOf(':', name - 1);
    Group group = world < 0 ? null : groups.get(instance.substring(0, world));
    if (group != null) {
      group.isOneSurely();
      group.vcpu(instance);
    }
  }

  /** {@code www} for all disks of a machine, {@code www:scsi0:0} for one. */
  private void takeDisk(CounterPath path, int column) {
    String name = path.instance();
    while (!byName.containsKey(name)) {
      int colon = name.lastIndexOf(':');
      if (colon < 0) {
        return;
      }
      name = name.substring(0, colon);
    }
    List<Group> named = byName.get(name);
    named.forEach(Group::isOneSurely);
    if (named.size() == 1) {
      named.get(0).disk(path.counter(), column, name.length() == path.instance().length());
    }
  }

  /** {@code vSwitch0:33554442:68121:www.eth0}; the host's own ports have no world's number. */
  private void takePort(CounterPath path, int column) {
    String[] parts = path.instance().split(":", 4);
    if (parts.length < 4) {
      return;
    }
    List<Group> named = byName.get(parts[3]);
    if (named == null) {
      named = byName.getOrDefault(INTERFACE.matcher(parts[3]).replaceFirst(""), List.of());
    }
    named.forEach(Group::isOneSurely);
    if (named.size() == 1) {
      named.get(0).port(path.counter(), column);
    }
  }

  PdhZone zone() {
    return zone;
  }

  /** How many cells a line under it has. */
  int count() {
    return count;
  }

  /** The host that the counters are of, or null. */
  String host() {
    return host;
  }

  /** How many CPUs the host has; 0 if nothing tells. */
  int hostCpus() {
    return hostCpus.size();
  }

  List<Group> machines() {
    return machines;
  }

  /** How many groups are the hypervisor's own. */
  int ownGroups() {
    return groups.size() - machines.size();
  }
}
