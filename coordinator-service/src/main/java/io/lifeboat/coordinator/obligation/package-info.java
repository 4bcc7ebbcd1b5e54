/**
 * Obligations: what is still owed when an execution has ended.
 *
 * <p>In: executions that open and end, the step events of what executors do about an obligation, what people say, and time
 * passing. Out: commands, {@code ObligationClosed}, and pages once one is due, until it is closed. What executors can keep
 * they are commanded to keep, under the epoch of the application's slot and without holding it: a new disaster never waits
 * for an old one's obligations.
 */
@NullMarked
package io.lifeboat.coordinator.obligation;

import org.jspecify.annotations.NullMarked;
