package io.lifeboat.coordinator.execution;

/**
 * What an execution knows of the database's memory.
 *
 * @param memory the number of the recollection it was opened under, or has come to terms with since
 * @param forgottenAttempts attempts up to this number may have been commanded and forgotten: none of them is commanded again,
 *     for executors would know its id, and what is told again of it would count
 */
public record Recalled(long memory, int forgottenAttempts) {

    /** Nothing was ever forgotten. */
    public static final Recalled ALL = new Recalled(1, 0);
}
