package io.tierlens.attribution.chain;

import java.util.Arrays;

/**
 * Follows the likeliest joint assignments of a window's queries to the requests under way.
 *
 * <p>Of hypotheses with the same future, one stays. Which ones are worth following is told by what
 * happened, by how long each request has been waiting, and by how much of its time is left: a
 * request that ends soon should have run what its page runs last.
 */
final class BeamSearch implements Lattice.Reader {
  /** Hypotheses this much less likely than the best one (as a logarithm) are given up. */
  private static final double MARGIN = 14;

  /** Less likely steps teach nothing. */
  private static final double LEAST_TO_LEARN = 1e-3;

  private final Problem problem;
  private final ChainScores scores;
  private final BeamRun run;
  private final Window window;
  private final int width;
  private final Tips tips;
  private final Lattice lattice = new Lattice();
  private final Layer layer = new Layer();
  private final ChainModel learnt;
  private final Beam beam;

  private int slots;
  private int[] requestOfSlot = new int[16];
  private boolean[] fits = new boolean[16];

  /** Place of the first query since no request was under way. */
  private int segment;

  private int seen;
  private int[] seenRequest = new int[16];
  private double[] seenProbability = new double[16];

  BeamSearch(Problem problem, ChainScores scores, BeamRun run, Window window, int width) {
    this.problem = problem;
    this.scores = scores;
    this.run = run;
    this.window = window;
    this.width = width;
    tips = new Tips(problem, scores);
    learnt = new ChainModel(problem);
    beam = new Beam(width);
  }

  /** Ties the window's queries and gives what can be learnt from them. */
  ChainModel learn() {
    long slack = run.slackUs();
    long begin = problem.queryStartUs(run.query(window.from()));
    int next = run.firstRequest(begin - slack);
    restart(window.from());
    long start = begin;
    for (int place = window.from(); place < window.to(); place++) {
      int query = run.query(place);
      start = problem.queryStartUs(query);
      close(start - slack);
      if (slots == 0 && place > segment) {
        flush(place);
      }
      while (next < run.requests() && problem.startsFromUs(run.request(next)) <= start + slack) {
        int request = run.request(next++);
        if (problem.latestEndUs(request) >= start - slack) {
          boolean cut = !window.cleanStart() && problem.startsFromUs(request) < begin;
          open(request, cut ? Tips.UNSEEN : Tips.NONE);
        }
      }
      step(query);
    }
    close(window.cleanEnd() ? Long.MAX_VALUE : start - slack);
    flush(window.to());
    return learnt;
  }

  private void restart(int place) {
    segment = place;
    tips.clear();
    beam.restart(lattice.clear());
  }

  private void flush(int place) {
    for (int h = 0; h < beam.size(); h++) {
      lattice.finish(beam.node(h), beam.closing(h));
    }
    lattice.decode(this);
    restart(place);
  }

  private void open(int request, int noQuery) {
    if (slots == requestOfSlot.length) {
      requestOfSlot = Arrays.copyOf(requestOfSlot, 2 * slots);
      fits = new boolean[2 * slots];
    }
    run.look(request);
    requestOfSlot[slots] = request;
    int tip = tips.open(request, noQuery);
    beam.open(slots++, tip, tips.rest(tip));
  }

  private void close(long before) {
    for (int slot = slots - 1; slot >= 0; slot--) {
      if (problem.latestEndUs(requestOfSlot[slot]) < before) {
        slots--;
        for (int h = 0; h < beam.size(); h++) {
          int tip = beam.tip(h, slot);
          lattice.close(beam.node(h), tip);
          beam.close(h, slot, slots, tips.logEnd(tip), tips.rest(tip));
        }
        requestOfSlot[slot] = requestOfSlot[slots];
      }
    }
  }

  private void step(int query) {
    double stray = scores.logStray(problem.statement(query));
    int fresh = tips.size();
    for (int slot = 0; slot < slots; slot++) {
      fits[slot] = problem.fits(query, requestOfSlot[slot]);
    }
    layer.clear();
    for (int h = 0; h < beam.size(); h++) {
      double wait = 0;
      for (int slot = 0; slot < slots; slot++) {
        wait += tips.logWait(beam.tip(h, slot), query);
      }
      layer.from(h, beam.score(h), beam.forward(h));
      for (int slot = 0; slot < slots; slot++) {
        int tip = beam.tip(h, slot);
        double next = fits[slot] ? tips.logNext(tip, query) : Double.NEGATIVE_INFINITY;
        if (next > Double.NEGATIVE_INFINITY) {
          int after = tips.after(tip, query, fresh);
          double rest = beam.rest(h) - tips.rest(tip) + tips.rest(after);
          layer.add(
              beam.key(h) ^ Beam.mix(tip) ^ Beam.mix(after),
              slot,
              tip,
              after,
              beam.closing(h) + next,
              rest,
              wait - tips.logWait(tip, query));
        }
      }
      layer.add(beam.key(h), -1, -1, -1, beam.closing(h) + stray, beam.rest(h), wait);
    }
    layer.select(width, MARGIN);
    beam.advance(layer, lattice, slots);
  }

  private boolean commits(int layerNumber) {
    int place = segment + layerNumber;
    return place >= window.commitFrom() && place < window.commitTo();
  }

  @Override
  public void step(int layerNumber, int tip, double probability) {
    int request = tip < 0 ? -1 : tips.request(tip);
    int i = 0;
    while (i < seen && seenRequest[i] != request) {
      i++;
    }
    if (i == seen) {
      if (seen == seenRequest.length) {
        seenRequest = Arrays.copyOf(seenRequest, 2 * seen);
        seenProbability = Arrays.copyOf(seenProbability, 2 * seen);
      }
      seenRequest[seen] = request;
      seenProbability[seen++] = 0;
    }
    seenProbability[i] += probability;
    if (probability > LEAST_TO_LEARN && commits(layerNumber)) {
      int query = run.query(segment + layerNumber);
      if (tip < 0) {
        learnt.learnStray(problem.statement(query), probability);
      } else {
        tips.learnNext(learnt, tip, query, probability);
      }
    }
  }

  @Override
  public void chosen(int layerNumber, int tip) {
    int request = tip < 0 ? -1 : tips.request(tip);
    if (commits(layerNumber)) {
      int query = run.query(segment + layerNumber);
      for (int i = 0; i < seen; i++) {
        if (seenRequest[i] == request) {
          run.tie(query, request, Math.min(1, seenProbability[i]));
        }
      }
      run.share(query, Arrays.copyOf(seenRequest, seen), Arrays.copyOf(seenProbability, seen));
    }
    seen = 0;
  }

  @Override
  public void closed(int layerNumber, int tip, double probability) {
    if (probability > LEAST_TO_LEARN && commits(Math.max(0, layerNumber))) {
      tips.learnEnd(learnt, tip, probability);
    }
  }
}
