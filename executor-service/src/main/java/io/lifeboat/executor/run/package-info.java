/**
 * Step runs: accepted commands on their way to exactly one end.
 *
 * <p>In: an accepted {@link io.lifeboat.contract.command.RunStep}. Out: step events, written to the outbox in the same
 * transaction as the run's state. {@link io.lifeboat.executor.run.RunLoop} claims runs by lease,
 * {@link io.lifeboat.executor.run.StepRunner} carries one on, {@link io.lifeboat.executor.run.Judge} decides what to do
 * about what was observed, {@link io.lifeboat.executor.run.RunJournal} is the database.
 */
@NullMarked
package io.lifeboat.executor.run;

import org.jspecify.annotations.NullMarked;
