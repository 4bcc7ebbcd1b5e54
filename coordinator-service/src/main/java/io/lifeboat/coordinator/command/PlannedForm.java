package io.lifeboat.coordinator.command;

import io.lifeboat.contract.plan.Action;
import io.lifeboat.contract.plan.Step;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What a procedure would do in its planned form. Pure. */
public final class PlannedForm {

    private PlannedForm() {}

    /** Which step would lose data even so, by its place in the procedure; empty when none would. */
    public static OptionalInt losing(List<Step> steps) {
        return IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).inPlannedForm().action().equals(Action.AURORA_FAILOVER.wireName()))
                .findFirst();
    }
}
