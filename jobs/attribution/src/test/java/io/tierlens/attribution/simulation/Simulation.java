package io.tierlens.attribution.simulation;

import java.util.List;

/**
 * Describes a run to simulate: {@code Simulation.closed(8).seed(7).requests(2000).run()}. What is
 * not said is a shop of eight pages on four CPUs with microsecond stamps, everything logged, and a
 * connection for each worker.
 *
 * <p>The same description gives the same run. The n-th request that starts asks for the same page,
 * statements and work whatever the machine, so a slower machine is compared on like work.
 */
public final class Simulation {
  /** Instant 0 of every run, a whole minute. */
  public static final long START_US = 1_242_122_400_000_000L;

  final int clients;
  final double perSecond;
  long seed = 1;
  int requests = 1000;
  double thinkMs = 200;
  double burstTimes = 1;
  double burstEverySeconds = 60;
  double burstSeconds = 0;
  int cores = 4;
  Integer workers;
  int recycleAfter = Integer.MAX_VALUE;
  Connections connections = Connections.STICKY;
  int poolSize = Integer.MAX_VALUE;
  List<Page> pages = Shop.pages();
  double scale = 1;
  double spread = 0.5;
  double drift = 0;
  double systemPart = 0.2;
  double userTimes = 1;
  double systemTimes = 1;
  double systemSpread = 0;
  double stolen = 0;
  boolean stealIsSeen = true;
  double idleBurn = 0;
  double diskProbability = 0;
  double diskMs = 8;
  double webMs = 10;
  double roundTripMs = 0.3;
  double staticPart = 0;
  int quietSeconds = 0;
  int pagesPerSession = 12;
  Stamps stamps = Stamps.MICROSECONDS;
  AppLog appLog = AppLog.START_AND_DURATION;
  boolean wholeSecondQueryTimes;
  long thresholdUs = 0;
  boolean pids = true;
  boolean connectionIds = true;
  boolean sessions = true;
  boolean requestIds;
  long databaseAheadUs = 0;
  double databaseDriftPpm = 0;
  String databaseHost = "www1";
  int sarSeconds = 10;

  private Simulation(int clients, double perSecond) {
    this.clients = clients;
    this.perSecond = perSecond;
  }

  /** So many clients that ask, wait for the answer, think, and ask again. */
  public static Simulation closed(int clients) {
    return new Simulation(clients, 0);
  }

  /** Requests that come by chance, so many a second on average, whether answered or not. */
  public static Simulation open(double perSecond) {
    return new Simulation(0, perSecond);
  }

  public Simulation seed(long seed) {
    this.seed = seed;
    return this;
  }

  /** How many are asked in all. */
  public Simulation requests(int requests) {
    this.requests = requests;
    return this;
  }

  /** Mean time between answer and next request, exponential; closed load only. */
  public Simulation think(double meanMs) {
    this.thinkMs = meanMs;
    return this;
  }

  /** Open load comes so many times as fast for some seconds of every so many. */
  public Simulation bursts(double times, double everySeconds, double lastingSeconds) {
    this.burstTimes = times;
    this.burstEverySeconds = everySeconds;
    this.burstSeconds = lastingSeconds;
    return this;
  }

  public Simulation cores(int cores) {
    this.cores = cores;
    return this;
  }

  /** Application processes; without this as many as there are clients, or 50 for open load. */
  public Simulation workers(int workers) {
    this.workers = workers;
    return this;
  }

  /** A process ends after so many pages; the next has another pid and another connection. */
  public Simulation recycleAfter(int pages) {
    this.recycleAfter = pages;
    return this;
  }

  public Simulation connections(Connections connections) {
    this.connections = connections;
    return this;
  }

  /** A pool of so many connections, any free one for a query. */
  public Simulation pool(int size) {
    this.connections = Connections.ANY_FREE;
    this.poolSize = size;
    return this;
  }

  public Simulation pages(List<Page> pages) {
    this.pages = List.copyOf(pages);
    return this;
  }

  /** All CPU demands times this. */
  public Simulation scale(double times) {
    this.scale = times;
    return this;
  }

  /** Deviation of the logarithm of every CPU demand; 0 for constant ones. */
  public Simulation spread(double deviation) {
    this.spread = deviation;
    return this;
  }

  /**
   * The speed drifts from request to request: its logarithm is autoregressive with factor 0.97 and
   * innovations of this deviation.
   */
  public Simulation drift(double deviation) {
    this.drift = deviation;
    return this;
  }

  /** Part of the CPU demand that is spent in the kernel on a machine as it should be. */
  public Simulation systemPart(double part) {
    this.systemPart = part;
    return this;
  }

  /** The kernel needs so many times as long, at the same user time. */
  public Simulation systemTimes(double times) {
    this.systemTimes = times;
    return this;
  }

  /** That multiplier varies from request to request: deviation of its logarithm. */
  public Simulation systemSpread(double deviation) {
    this.systemSpread = deviation;
    return this;
  }

  /** User mode needs so many times as long. */
  public Simulation userTimes(double times) {
    this.userTimes = times;
    return this;
  }

  /** Other guests take this part of each CPU on average, and the kernel's account shows it. */
  public Simulation stolen(double part) {
    this.stolen = part;
    return this;
  }

  /** As {@link #stolen}, on a kernel that takes stolen time for its own. */
  public Simulation stolenUnseen(double part) {
    this.stolen = part;
    this.stealIsSeen = false;
    return this;
  }

  /** Each idle virtual CPU spends this part of its time in the kernel: ticks, spinning. */
  public Simulation idleBurn(double part) {
    this.idleBurn = part;
    return this;
  }

  /** Statements wait for the disk with this probability, exponentially long. */
  public Simulation disk(double probability, double meanMs) {
    this.diskProbability = probability;
    this.diskMs = meanMs;
    return this;
  }

  /** Mean CPU time in the web server. */
  public Simulation web(double meanMs) {
    this.webMs = meanMs;
    return this;
  }

  /** Time on the way to the database and back for each statement. */
  public Simulation roundTrip(double ms) {
    this.roundTripMs = ms;
    return this;
  }

  /** This part of the requests is for files, which the web server has itself. */
  public Simulation staticFiles(double part) {
    this.staticPart = part;
    return this;
  }

  /** Nobody asks anything for so long before the first request and after the last answer. */
  public Simulation quiet(int seconds) {
    this.quietSeconds = seconds;
    return this;
  }

  /** Resolution of all stamps. */
  public Simulation stamps(Stamps stamps) {
    this.stamps = stamps;
    return this;
  }

  public Simulation appLog(AppLog appLog) {
    this.appLog = appLog;
    return this;
  }

  /**
   * The slow log cuts start and end to seconds before it takes their difference, and leaves out
   * what is not longer than a second by that, as MySQL 4.1 with long_query_time = 1.
   */
  public Simulation wholeSecondQueryTimes() {
    this.wholeSecondQueryTimes = true;
    return this;
  }

  /** Shorter queries are not logged. */
  public Simulation threshold(long thresholdUs) {
    this.thresholdUs = thresholdUs;
    return this;
  }

  public Simulation withoutPids() {
    this.pids = false;
    return this;
  }

  public Simulation withoutConnectionIds() {
    this.connectionIds = false;
    return this;
  }

  public Simulation withoutSessions() {
    this.sessions = false;
    return this;
  }

  /** Access log and statements carry the request's id. */
  public Simulation withRequestIds() {
    this.requestIds = true;
    return this;
  }

  /** The database's log is of another machine, db1, whose clock is ahead and gains. */
  public Simulation databaseClock(long aheadUs, double gainsPpm) {
    this.databaseHost = "db1";
    this.databaseAheadUs = aheadUs;
    this.databaseDriftPpm = gainsPpm;
    return this;
  }

  /** Length of the samples of CPU and domains. */
  public Simulation sar(int seconds) {
    this.sarSeconds = seconds;
    return this;
  }

  int workerCount() {
    if (workers != null) {
      return workers;
    }
    return clients > 0 ? clients : 50;
  }

  /** Simulates it. */
  public SimulatedRun run() {
    Stack stack = new Stack(this);
    stack.run();
    return new SimulatedRun(this, stack);
  }
}
