package io.tierlens.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

class JvmOptionsTest {

  @Test
  void theBuildGivesTestsWhatSparkAsksFor() {
    List<String> given = ManagementFactory.getRuntimeMXBean().getInputArguments();
    List<String> asked =
        Arrays.stream(JavaModuleOptions.defaultModuleOptions().trim().split("\\s+")).toList();
    // Options that this Java does not know are not among its input arguments.
    assertThat(given)
        .containsAll(asked.stream().filter(option -> option.startsWith("--add-opens")).toList());
    assertThat(asked).hasSizeGreaterThan(10);
  }
}
