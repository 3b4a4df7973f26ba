package io.tierlens.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build has written into the jar. */
final class Version implements IVersionProvider {

  /** The version, or "unpackaged" when the classes do not come from the jar. */
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"tierlens " + text()};
  }
}
