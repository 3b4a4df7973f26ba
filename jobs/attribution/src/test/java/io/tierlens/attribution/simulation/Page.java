package io.tierlens.attribution.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A page of the application: which statements it runs, in which order, and what it computes. */
public final class Page {
  private final String name;
  private double weight = 1;
  private double headMs = 40;
  private double betweenMs = 10;
  private double tailMs = 60;
  private final List<Part> parts = new ArrayList<>();

  /** Part of a page's program. */
  private interface Part {
    void unroll(Random random, List<String> into);
  }

  private Page(String name) {
    this.name = name;
  }

  /** A page that runs nothing yet. */
  public static Page named(String name) {
    return new Page(name);
  }

  /** How often it is asked for, against the other pages. */
  public Page weight(double weight) {
    this.weight = weight;
    return this;
  }

  /** Mean CPU time of the application before the first, between and after the last statement. */
  public Page computes(double headMs, double betweenMs, double tailMs) {
    this.headMs = headMs;
    this.betweenMs = betweenMs;
    this.tailMs = tailMs;
    return this;
  }

  /** Statements one after the other. */
  public Page runs(String... statements) {
    List<String> sequence = List.of(statements);
    parts.add((random, into) -> into.addAll(sequence));
    return this;
  }

  /** The sequence, {@code from} to {@code to} times, all equally likely. */
  public Page loops(int from, int to, String... statements) {
    List<String> sequence = List.of(statements);
    parts.add(
        (random, into) -> {
          int times = from + random.nextInt(to - from + 1);
          for (int i = 0; i < times; i++) {
            into.addAll(sequence);
          }
        });
    return this;
  }

  /** The sequence, or nothing. */
  public Page maybe(double probability, String... statements) {
    return either(probability, List.of(statements), List.of());
  }

  /** One sequence or the other. */
  public Page either(double probability, List<String> one, List<String> other) {
    parts.add((random, into) -> into.addAll(random.nextDouble() < probability ? one : other));
    return this;
  }

  public String name() {
    return name;
  }

  double weight() {
    return weight;
  }

  double headMs() {
    return headMs;
  }

  double betweenMs() {
    return betweenMs;
  }

  double tailMs() {
    return tailMs;
  }

  List<String> unroll(Random random) {
    List<String> statements = new ArrayList<>();
    parts.forEach(part -> part.unroll(random, statements));
    return statements;
  }
}
