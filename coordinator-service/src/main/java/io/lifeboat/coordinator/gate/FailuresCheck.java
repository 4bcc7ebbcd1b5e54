package io.lifeboat.coordinator.gate;

import java.util.List;

/** Whether too many of those that went before have failed. What fails one after the other is one mistake, and not to be repeated. */
final class FailuresCheck implements GateCheck {

    static final String NAME = "failures";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        String stopped = input.place().stopped();
        return stopped == null
                ? Finding.pass(this, "no wave has failed", null)
                : Finding.hold(this, stopped + "; a person may say go on: POST /region-events/{id}/go-on", null);
    }
}
