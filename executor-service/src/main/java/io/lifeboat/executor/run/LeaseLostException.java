package io.lifeboat.executor.run;

/** Another instance carries the run on, or it has ended: this one has nothing more to do with it. */
final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLostException(String commandId) {
        super("the lease of run " + commandId + " is held no longer");
    }
}
