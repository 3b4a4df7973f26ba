package io.tierlens.pipeline.source;

/**
 * The kinds of log as Spark's data sources, each under its own name: {@code
 * spark.read().format("apache-access").load("access_log*")}. The registry that {@link
 * java.util.ServiceLoader} reads names them; what they have in common is {@link LogSource}.
 */
public final class LogSources {

  private LogSources() {}

  /** Access logs of Apache, nginx and others. */
  public static final class ApacheAccess extends LogSource {
    public ApacheAccess() {
      super("apache-access");
    }
  }

  /** Interchange's bench.log. */
  public static final class InterchangeBench extends LogSource {
    public InterchangeBench() {
      super("interchange-bench");
    }
  }

  /** Interchange's usertrack. */
  public static final class InterchangeUsertrack extends LogSource {
    public InterchangeUsertrack() {
      super("interchange-usertrack");
    }
  }

  /** Interchange's error.log. */
  public static final class InterchangeError extends LogSource {
    public InterchangeError() {
      super("interchange-error");
    }
  }

  /** Interchange's debug log. */
  public static final class InterchangeDebug extends LogSource {
    public InterchangeDebug() {
      super("interchange-debug");
    }
  }

  /** Exact times of any application. */
  public static final class AppTiming extends LogSource {
    public AppTiming() {
      super("app-timing");
    }
  }

  /** Slow query logs of MySQL, MariaDB and Percona. */
  public static final class MysqlSlowLog extends LogSource {
    public MysqlSlowLog() {
      super("mysql-slow-log");
    }
  }

  /** Text of sar. */
  public static final class Sar extends LogSource {
    public Sar() {
      super("sar");
    }
  }

  /** Exports of sadf. */
  public static final class Sadf extends LogSource {
    public Sadf() {
      super("sadf");
    }
  }

  /** Dumps of xentop. */
  public static final class Xentop extends LogSource {
    public Xentop() {
      super("xentop");
    }
  }

  /** CSV of virt-top. */
  public static final class VirtTop extends LogSource {
    public VirtTop() {
      super("virt-top");
    }
  }

  /** Batch output of esxtop. */
  public static final class Esxtop extends LogSource {
    public Esxtop() {
      super("esxtop");
    }
  }
}
