package io.lifeboat.coordinator.wave;

/** Phases as people say them. */
final class Words {

    private Words() {}

    static String of(Phase phase) {
        return switch (phase) {
            case LEFT_OUT -> "held by its own checks";
            case ASKING -> "waiting for people";
            case QUEUED -> "waiting for its turn";
            case RUNNING -> "being recovered";
            case FAILED -> "failed";
            case RECOVERED -> "recovered";
            case OVER -> "closed";
        };
    }
}
