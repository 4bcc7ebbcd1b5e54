package io.lifeboat.coordinator.gate;

import io.lifeboat.coordinator.arming.Blast;
import java.util.List;

/** Whether the machine has moved as many applications by itself lately as it may; the rest wait for a person. */
final class BlastCapCheck implements GateCheck {

    @Override
    public String name() {
        return "blast-cap";
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        if (!input.machineDecides(before)) {
            return Finding.pass(this, "a person decides", null);
        }
        Blast blast = input.arming().blast();
        String moved = "the machine moved %d others of the %d applications it may move within %s"
                .formatted(blast.moved(), blast.most(), Words.of(blast.within()));
        return blast.reached() ? Finding.ask(this, 1, moved, null) : Finding.pass(this, moved, null);
    }
}
