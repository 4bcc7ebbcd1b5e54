package io.lifeboat.executor.call;

/** The leave to change something ended before the call was sent; nothing was sent. */
public final class PermitExpiredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says so. */
    public PermitExpiredException() {
        super("the lease is about to end: the call was not sent");
    }
}
