package io.lifeboat.executor.run;

/** Another instance carries the run on, it has ended, or it was forgotten: this one has nothing more to do with it. */
final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLostException(String commandId) {
        super("the lease of run " + commandId + " is held no longer");
    }

    LeaseLostException(String commandId, String why) {
        super("run " + commandId + " is let go: " + why);
    }
}
