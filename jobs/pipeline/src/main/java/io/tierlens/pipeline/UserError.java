package io.tierlens.pipeline;

/**
 * Something that the user can mend. The message says the problem, why it is one, and what to do; it
 * is shown without a stack trace.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UserError(String message) {
    super(message);
  }

  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
