package io.tierlens.attribution.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Processes of the application and their connections to the database. */
final class Workers {
  private static final long FIRST_PID = 1000;
  private static final long FIRST_CONNECTION = 50;

  private final Simulation plan;
  private final Random random;
  private final long[] pid;
  private final long[] connection;
  private final int[] served;
  private final List<Integer> free = new ArrayList<>();
  private final List<Long> freeConnections = new ArrayList<>();
  private long nextPid = FIRST_PID;
  private long nextConnection = FIRST_CONNECTION;
  private int pooled;

  Workers(Simulation plan) {
    this.plan = plan;
    this.random = Seeds.random(plan.seed, Seeds.WORKERS);
    int count = plan.workerCount();
    pid = new long[count];
    connection = new long[count];
    served = new int[count];
    for (int worker = 0; worker < count; worker++) {
      begin(worker);
      free.add(worker);
    }
  }

  private void begin(int worker) {
    pid[worker] = nextPid++;
    connection[worker] = plan.connections == Connections.STICKY ? nextConnection++ : -1;
    served[worker] = 0;
  }

  /** Gives the request a process, by chance as accept() does; false where none is free. */
  boolean take(Visit visit) {
    if (free.isEmpty()) {
      return false;
    }
    visit.worker = free.remove(random.nextInt(free.size()));
    visit.pid = pid[visit.worker];
    return true;
  }

  void leave(Visit visit) {
    served[visit.worker]++;
    if (served[visit.worker] >= plan.recycleAfter) {
      begin(visit.worker);
    }
    free.add(visit.worker);
  }

  /** Gives the request a connection; false where none is free. */
  boolean connect(Visit visit) {
    switch (plan.connections) {
      case STICKY -> visit.connection = connection[visit.worker];
      case PER_REQUEST -> {
        if (visit.connection < 0) {
          visit.connection = nextConnection++;
        }
      }
      case ANY_FREE -> {
        if (!freeConnections.isEmpty()) {
          visit.connection = freeConnections.remove(random.nextInt(freeConnections.size()));
        } else if (pooled < plan.poolSize) {
          pooled++;
          visit.connection = nextConnection++;
        } else {
          return false;
        }
      }
    }
    return true;
  }

  void disconnect(Visit visit) {
    if (plan.connections == Connections.ANY_FREE) {
      freeConnections.add(visit.connection);
    }
  }
}
