package io.lifeboat.executor.call;

import io.lifeboat.contract.step.ErrorClass;
import org.jspecify.annotations.Nullable;

/** A call to the outside that did not succeed, classified once, where it was made. */
public final class CallFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorClass errorClass;
    private final boolean maybeApplied;
    private final String remedy;

    private CallFailedException(
            ErrorClass errorClass, boolean maybeApplied, String detail, String remedy, @Nullable Throwable cause) {
        super(detail, cause);
        this.errorClass = errorClass;
        this.maybeApplied = maybeApplied;
        this.remedy = remedy;
    }

    /** It certainly changed nothing. */
    public static CallFailedException rejected(
            ErrorClass errorClass, String detail, String remedy, @Nullable Throwable cause) {
        return new CallFailedException(errorClass, false, detail, remedy, cause);
    }

    /** No answer, or one that does not say: what it was to change may have been changed. */
    public static CallFailedException ambiguous(String detail, String remedy, @Nullable Throwable cause) {
        return new CallFailedException(ErrorClass.TRANSIENT, true, detail, remedy, cause);
    }

    /** The same failure of a call that only looked, and so changed nothing whatever its answer was. */
    public CallFailedException whenLooking() {
        return maybeApplied ? rejected(errorClass, getMessage(), remedy, this) : this;
    }

    /** What kind of failure. */
    public ErrorClass errorClass() {
        return errorClass;
    }

    /** Whether the change may have happened all the same. */
    public boolean maybeApplied() {
        return maybeApplied;
    }

    /** What a person can do about it. */
    public String remedy() {
        return remedy;
    }

    /** What happened. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
