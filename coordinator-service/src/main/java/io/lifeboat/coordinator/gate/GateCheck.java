package io.lifeboat.coordinator.gate;

import java.util.List;

/** One question the gate asks. */
interface GateCheck {

    /** Its name in journals, messages and metrics. */
    String name();

    /**
     * Answers the question.
     *
     * @param input what is known now
     * @param before what the checks before this one found
     */
    Finding check(GateInput input, List<Finding> before);
}
