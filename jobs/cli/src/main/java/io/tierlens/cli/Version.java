package io.tierlens.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build has written into the jar, and those of what it runs on. */
final class Version implements IVersionProvider {

  /** In the core of Spark, which need not be loaded to read it. */
  private static final String SPARKS_VERSION = "/spark-version-info.properties";

  /** The version, or "unpackaged" when the classes do not come from the jar. */
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "tierlens " + text(),
      "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
      spark()
    };
  }

  private static String spark() {
    try (InputStream found = Version.class.getResourceAsStream(SPARKS_VERSION)) {
      if (found == null) {
        return "no Spark found";
      }
      Properties properties = new Properties();
      properties.load(found);
      return "Spark " + properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
