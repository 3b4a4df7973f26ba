package io.tierlens.attribution.simulation;

import io.tierlens.attribution.simulation.Visit.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/** Lets the requests go through the stack, event by event. Instants are microseconds from 0. */
final class Stack {
  private static final double STEAL_CHANGES_US = 2e6;

  private record Event(double at, long number, Runnable what) {}

  private final Simulation plan;
  private final Work work;
  private final Machine machine;
  private final Workers workers;
  private final Random arrivals;
  private final Random thieves;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(
          (a, b) ->
              a.at() != b.at()
                  ? Double.compare(a.at(), b.at())
                  : Long.compare(a.number(), b.number()));
  private final Deque<Visit> wantWorker = new ArrayDeque<>();
  private final Deque<Visit> wantConnection = new ArrayDeque<>();
  private final List<Visit> done = new ArrayList<>();
  private final Map<Integer, Integer> asked = new HashMap<>();
  private double now;
  private long eventCount;
  private int started;
  private int inside;

  Stack(Simulation plan) {
    this.plan = plan;
    this.work = new Work(plan);
    this.machine = new Machine(plan.cores, plan.idleBurn, plan.stealIsSeen);
    this.workers = new Workers(plan);
    this.arrivals = Seeds.random(plan.seed, Seeds.ARRIVALS);
    this.thieves = Seeds.random(plan.seed, Seeds.THIEVES);
  }

  /** All requests, by their ends. */
  List<Visit> done() {
    return done;
  }

  Machine machine() {
    return machine;
  }

  void run() {
    double first = plan.quietSeconds * 1e6;
    if (plan.clients > 0) {
      for (int client = 0; client < plan.clients; client++) {
        int asking = client;
        at(first + exponential(plan.thinkMs * 1e3), () -> ask(asking));
      }
    } else {
      at(first + exponential(1e6 / fastest()), this::arrive);
    }
    if (plan.stolen > 0) {
      at(0, this::steal);
    }
    while (done.size() < plan.requests) {
      Event event = events.peek();
      double timed = event == null ? Double.POSITIVE_INFINITY : event.at();
      double served = machine.nextDoneUs();
      now = Math.max(now, Math.min(timed, served));
      machine.advance(now);
      if (served <= timed) {
        goOn(machine.takeDone());
      } else {
        events.remove().what().run();
      }
    }
    // On to the end of the longest samples, as an idle machine has its costs too.
    machine.advance(Math.ceil((now / 1e6 + plan.quietSeconds) / 600) * 600e6);
  }

  private void at(double instant, Runnable what) {
    events.add(new Event(instant, eventCount++, what));
  }

  private void ask(int client) {
    if (started < plan.requests) {
      int before = asked.merge(client, 1, Integer::sum) - 1;
      String session = "S" + client + "x" + before / plan.pagesPerSession;
      enter(work.visit(started, client, session));
    }
  }

  private void arrive() {
    if (started >= plan.requests) {
      return;
    }
    boolean burst = now / 1e6 % plan.burstEverySeconds < plan.burstSeconds;
    double rate = plan.perSecond * (burst ? plan.burstTimes : 1);
    // Arrivals come at the highest rate; those that are too many for now are dropped.
    if (arrivals.nextDouble() * fastest() < rate) {
      ask(started);
    }
    at(now + exponential(1e6 / fastest()), this::arrive);
  }

  private double fastest() {
    return plan.perSecond * (plan.burstSeconds > 0 ? Math.max(1, plan.burstTimes) : 1);
  }

  private void steal() {
    double part = plan.stolen * 2 * thieves.nextDouble();
    machine.steal(Math.min(0.95, part));
    at(now + STEAL_CHANGES_US * thieves.nextDouble(), this::steal);
  }

  private double exponential(double mean) {
    return -StrictMath.log(1 - arrivals.nextDouble()) * mean;
  }

  private void enter(Visit visit) {
    started++;
    inside++;
    visit.startUs = now;
    visit.atStart = inside;
    goOn(visit);
  }

  /** Does the request's steps up to the next that takes time. */
  private void goOn(Visit visit) {
    while (visit.next < visit.steps.size()) {
      Step step = visit.steps.get(visit.next++);
      switch (step.kind()) {
        case CPU -> {
          machine.start(visit, step.userUs(), step.systemUs());
          return;
        }
        case DELAY -> {
          at(now + step.userUs(), () -> goOn(visit));
          return;
        }
        case DISK -> {
          machine.diskVisits(1);
          at(
              now + step.userUs(),
              () -> {
                machine.diskVisits(-1);
                goOn(visit);
              });
          return;
        }
        case TAKE_WORKER -> {
          if (!workers.take(visit)) {
            wantWorker.add(visit);
            return;
          }
          visit.appStartUs = now;
        }
        case LEAVE_WORKER -> leaveWorker(visit);
        case TAKE_CONNECTION -> {
          visit.statement = step.statement();
          if (!workers.connect(visit)) {
            wantConnection.add(visit);
            return;
          }
          visit.queryStartUs = now;
        }
        case LEAVE_CONNECTION -> leaveConnection(visit);
      }
    }
    leave(visit);
  }

  private void leaveWorker(Visit visit) {
    visit.appEndUs = now;
    workers.leave(visit);
    Visit waiting = wantWorker.poll();
    if (waiting != null) {
      workers.take(waiting);
      waiting.appStartUs = now;
      at(now, () -> goOn(waiting));
    }
  }

  private void leaveConnection(Visit visit) {
    visit.ran.add(new Visit.Ran(visit.statement, visit.queryStartUs, now, visit.connection));
    workers.disconnect(visit);
    Visit waiting = wantConnection.poll();
    if (waiting != null) {
      workers.connect(waiting);
      waiting.queryStartUs = now;
      at(now, () -> goOn(waiting));
    }
  }

  private void leave(Visit visit) {
    visit.endUs = now;
    inside--;
    done.add(visit);
    if (plan.clients > 0) {
      at(now + exponential(plan.thinkMs * 1e3), () -> ask(visit.client));
    }
  }
}
