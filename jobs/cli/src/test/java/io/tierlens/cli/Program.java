package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program as a shell starts it: words, environment, folder; nothing on standard input, and
 * standard output and error kept apart. It is killed when it does not end by itself.
 */
final class Program {
  private static final int LIMIT_MINUTES = 15;

  private final List<String> words = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private File folder;

  private Program(Object... words) {
    for (Object word : words) {
      this.words.add(word.toString());
    }
  }

  static Program of(Object... words) {
    return new Program(words);
  }

  /** The launcher with a command and its options. */
  static Program tierlens(Object... arguments) {
    Program program = new Program("bin/tierlens");
    Arrays.stream(arguments).map(Object::toString).forEach(program.words::add);
    return program;
  }

  Program with(String variable, Object value) {
    environment.put(variable, value.toString());
    return this;
  }

  Program in(Path workingFolder) {
    folder = workingFolder.toFile();
    return this;
  }

  /** Starts it, with its output into files. */
  Process start(Path stdout, Path stderr) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Runs it to its end; a program that is not there ends with -1. */
  Outcome run() throws IOException, InterruptedException {
    Path stdout = Files.createTempFile("program", ".out");
    Path stderr = Files.createTempFile("program", ".err");
    try {
      Process process = start(stdout, stderr);
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        return new Outcome(words, -1, text(stdout), "no end after " + LIMIT_MINUTES + " minutes");
      }
      return new Outcome(words, process.exitValue(), text(stdout), text(stderr));
    } catch (IOException missing) {
      return new Outcome(words, -1, "", missing.getMessage());
    } finally {
      Files.delete(stdout);
      Files.delete(stderr);
    }
  }

  /** Runs it to its end, which must be a good one. */
  Outcome succeeds() throws IOException, InterruptedException {
    Outcome outcome = run();
    assertThat(outcome.exit()).as(outcome.toString()).isZero();
    return outcome;
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /** What a program has done. */
  record Outcome(List<String> words, int exit, String stdout, String stderr) {
    @Override
    public String toString() {
      return String.join(" ", words) + "\nexit " + exit + "\n" + stdout + "\n" + stderr;
    }
  }
}
