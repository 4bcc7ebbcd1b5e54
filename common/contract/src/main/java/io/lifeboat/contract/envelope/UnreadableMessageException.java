package io.lifeboat.contract.envelope;

/** A message that nobody can read, however often it is tried; it belongs in the dead-letter topic. */
public final class UnreadableMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong and where, for example {@code /epoch: is missing}. */
    public UnreadableMessageException(String reason) {
        super(reason);
    }

    /** As above, with what the parser said. */
    public UnreadableMessageException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
