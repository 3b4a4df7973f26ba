package io.tierlens.attribution.simulation;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * The CPUs: all that want one share them equally, none gets more than one. Keeps the account of
 * what they did, second by second.
 *
 * <p>Work is counted in a time of its own, that runs as fast as each job is served: a job is done
 * when that time has gone on by its demand.
 */
final class Machine {
  private record Job(double doneAt, long number, Visit visit, double userPart) {}

  private final int cores;
  private final double idleBurn;
  private final boolean stealIsSeen;
  private final PriorityQueue<Job> jobs =
      new PriorityQueue<>(
          (a, b) ->
              a.doneAt() != b.doneAt()
                  ? Double.compare(a.doneAt(), b.doneAt())
                  : Long.compare(a.number(), b.number()));
  private double nowUs;
  private double served;
  private double userParts;
  private double stolen;
  private int disk;
  private long count;
  private final Account user = new Account();
  private final Account system = new Account();
  private final Account iowait = new Account();
  private final Account steal = new Account();
  private final Account charged = new Account();

  /**
   * Idle at instant 0.
   *
   * @param idleBurn part of each idle CPU that is spent in the kernel all the same
   * @param stealIsSeen whether the kernel knows of stolen time; if not it takes it for its own
   */
  Machine(int cores, double idleBurn, boolean stealIsSeen) {
    this.cores = cores;
    this.idleBurn = idleBurn;
    this.stealIsSeen = stealIsSeen;
  }

  /** Part of the time that each CPU is taken away from now on. */
  void steal(double part) {
    stolen = part;
  }

  void diskVisits(int change) {
    disk += change;
  }

  void start(Visit visit, double userUs, double systemUs) {
    double demand = userUs + systemUs;
    double part = demand == 0 ? 0 : userUs / demand;
    userParts += part;
    jobs.add(new Job(served + demand, count++, visit, part));
  }

  /** When the next job is done if none comes; infinity without jobs. */
  double nextDoneUs() {
    Job job = jobs.peek();
    return job == null
        ? Double.POSITIVE_INFINITY
        : nowUs + Math.max(0, job.doneAt() - served) / speed();
  }

  /** Takes out the next job, which is done now. */
  Visit takeDone() {
    Job job = jobs.remove();
    served = Math.max(served, job.doneAt());
    userParts = jobs.isEmpty() ? 0 : userParts - job.userPart();
    return job.visit();
  }

  private double speed() {
    return (1 - stolen) * Math.min(1, (double) cores / Math.max(1, jobs.size()));
  }

  /** Lets time go on. */
  void advance(double toUs) {
    double length = toUs - nowUs;
    if (length > 0) {
      int wanting = jobs.size();
      double running = Math.min(cores, wanting);
      double idle = cores - running;
      double waiting = Math.min(idle, disk);
      double perJob = wanting == 0 ? 0 : running / wanting * (stealIsSeen ? 1 - stolen : 1);
      user.add(nowUs, toUs, perJob * userParts);
      system.add(nowUs, toUs, perJob * (wanting - userParts) + idleBurn * (idle - waiting));
      iowait.add(nowUs, toUs, waiting);
      steal.add(nowUs, toUs, stealIsSeen ? running * stolen : 0);
      charged.add(nowUs, toUs, running * (1 - stolen) + idleBurn * (idle - waiting));
      served += length * speed();
      nowUs = toUs;
    }
  }

  Account user() {
    return user;
  }

  Account system() {
    return system;
  }

  Account iowait() {
    return iowait;
  }

  Account steal() {
    return steal;
  }

  /** What a hypervisor charges. */
  Account charged() {
    return charged;
  }

  int cores() {
    return cores;
  }

  /** CPU seconds by second. */
  static final class Account {
    private double[] seconds = new double[1024];

    private void add(double fromUs, double toUs, double rate) {
      if (rate == 0) {
        return;
      }
      double at = fromUs;
      while (at < toUs) {
        int second = (int) (at / 1e6);
        double until = Math.min(toUs, (second + 1) * 1e6);
        if (second >= seconds.length) {
          seconds = Arrays.copyOf(seconds, Math.max(second + 1, 2 * seconds.length));
        }
        seconds[second] += rate * (until - at) / 1e6;
        at = until;
      }
    }

    /** CPU seconds in the seconds [from, to). */
    double between(int from, int to) {
      double sum = 0;
      for (int second = from; second < Math.min(to, seconds.length); second++) {
        sum += seconds[second];
      }
      return sum;
    }
  }
}
