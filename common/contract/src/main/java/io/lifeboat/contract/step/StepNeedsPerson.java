package io.lifeboat.contract.step;

import java.time.Duration;

/**
 * A person must do or decide something; the coordinator asks and keeps the answer.
 *
 * @param ref the command
 * @param question what is asked or to be done
 * @param who who should, or anyone when empty
 * @param within how long there is
 */
public record StepNeedsPerson(StepRef ref, String question, String who, Duration within) implements StepEvent {}
