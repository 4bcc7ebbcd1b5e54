/**
 * The execution: one run of a procedure.
 *
 * <p>In: a gate's decision to proceed ({@link io.lifeboat.coordinator.execution.ExecutionOpener}), step events, what
 * people say, and time passing. Out: commands, and the turns the execution took. Every input is a pure function of the
 * execution as it was ({@link io.lifeboat.coordinator.execution.Turn}); storing it and sending what follows from it are
 * one transaction.
 */
@NullMarked
package io.lifeboat.coordinator.execution;

import org.jspecify.annotations.NullMarked;
