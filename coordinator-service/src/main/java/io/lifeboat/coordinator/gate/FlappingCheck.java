package io.lifeboat.coordinator.gate;

import java.util.List;

/** Whether the application's state comes and goes. Then a person says whether to move; a machine would go on moving it. */
final class FlappingCheck implements GateCheck {

    @Override
    public String name() {
        return "flapping";
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        var flapping = input.around().flapping();
        return flapping.flaps()
                ? Finding.ask(
                        this, 1, "FLAPPING: %s; find out why before it is moved".formatted(flapping.inWords()), null)
                : Finding.pass(this, "it does not flap: " + flapping.inWords(), null);
    }
}
