package io.lifeboat.detector.network;

/** A secret that a plan names is not known here. The message names the setting that would mend it. */
public final class MissingSecretException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says which, and what to set. */
    public MissingSecretException(String message) {
        super(message);
    }

    /** As above, with what was found instead. */
    public MissingSecretException(String message, Throwable cause) {
        super(message, cause);
    }
}
