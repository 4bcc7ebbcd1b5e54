package io.lifeboat.contract.step;

/** What became of a command. */
public sealed interface StepEvent
        permits StepAccepted,
                StepStarted,
                StepProgressed,
                StepSucceeded,
                StepFailed,
                StepRefused,
                StepIndeterminate,
                StepNeedsPerson {

    /** Which command this is about, and who says so. */
    StepRef ref();
}
