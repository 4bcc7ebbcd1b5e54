package io.lifeboat.coordinator.execution;

import io.lifeboat.contract.Act;
import org.jspecify.annotations.Nullable;

/**
 * Why an execution pauses.
 *
 * @param kind what kind of cause
 * @param reason in words
 * @param stepId the step that caused it, or null
 * @param act the person who paused it, or null
 */
public record PauseCause(
        Kind kind,
        String reason,
        @Nullable String stepId,
        @Nullable Act act) {

    /** What can make an execution pause. */
    public enum Kind {
        /** A step failed that must not; someone must retry it, skip it or do it. */
        STEP_FAILED,
        /** A step is past its budget and no executor says anything about it. */
        STEP_SILENT,
        /** A question to a person was not answered in time. */
        QUESTION_OVERDUE,
        /** The outage is over, and nothing was done yet that cannot be taken back. */
        OUTAGE_CLEARED,
        /** The region gone to is lost, and the one that is left serves. */
        OTHER_SIDE_DOWN,
        /** A person stopped all automation; it goes on when automation does. */
        STOPPED,
        /** The database was restored: what became of it since may be forgotten, and undone. */
        RESTORED,
        /** A person wanted it. */
        PERSON
    }

    public static PauseCause failed(String stepId, String reason) {
        return new PauseCause(Kind.STEP_FAILED, reason, stepId, null);
    }

    public static PauseCause silent(String stepId, String reason) {
        return new PauseCause(Kind.STEP_SILENT, reason, stepId, null);
    }

    public static PauseCause overdue(String stepId, String reason) {
        return new PauseCause(Kind.QUESTION_OVERDUE, reason, stepId, null);
    }

    public static PauseCause cleared(String reason) {
        return new PauseCause(Kind.OUTAGE_CLEARED, reason, null, null);
    }

    public static PauseCause otherSideDown(String reason) {
        return new PauseCause(Kind.OTHER_SIDE_DOWN, reason, null, null);
    }

    public static PauseCause stopped(Act act) {
        return new PauseCause(Kind.STOPPED, "all automation was stopped by " + act.who() + ": " + act.why(), null, act);
    }

    public static PauseCause restored(String reason) {
        return new PauseCause(Kind.RESTORED, reason, null, null);
    }

    public static PauseCause by(Act act) {
        return new PauseCause(Kind.PERSON, "paused by " + act.who() + ": " + act.why(), null, act);
    }

    boolean isOf(String step) {
        return step.equals(stepId);
    }
}
