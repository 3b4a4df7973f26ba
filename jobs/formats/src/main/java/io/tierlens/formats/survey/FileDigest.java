package io.tierlens.formats.survey;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * What a file's bytes are, whatever they say.
 *
 * @param bytes length as stored, every byte of it read
 * @param sha256 of the stored bytes, lower-case hex
 * @param contentSha256 of the decompressed text: equal for a log and its compressed copy
 */
public record FileDigest(long bytes, String sha256, String contentSha256) implements Serializable {

  private static final long serialVersionUID = 1;

  public FileDigest {
    requireNonNull(sha256, "sha256 is null");
    requireNonNull(contentSha256, "contentSha256 is null");
  }
}
