package io.lifeboat.detector.network;

/** A name could not be turned into what was asked for. The message says why in words. */
public final class LookupFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says which name, and why. */
    public LookupFailedException(String message) {
        super(message, null, false, false);
    }
}
