package io.lifeboat.coordinator.wave;

/** How far an application of a region event has come. */
public enum Phase {
    /** Its own checks hold it, or a person does. */
    LEFT_OUT,
    /** Its own checks wait for people. */
    ASKING,
    /** Only the others keep it waiting. */
    QUEUED,
    /** Its execution runs. */
    RUNNING,
    /** Its execution was aborted, or waits for a person. */
    FAILED,
    /** Its execution came to its end. */
    RECOVERED,
    /** Its incident was closed without one. */
    OVER;

    /** Whether whoever depends on it may go. */
    boolean done() {
        return this == RECOVERED || this == OVER;
    }
}
