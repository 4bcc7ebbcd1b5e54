package io.lifeboat.coordinator.gate;

import io.lifeboat.coordinator.wave.Place;
import java.util.List;

/** Whether it is the application's turn among those that lost the same region. Asked last: people are asked while it waits. */
final class WaveCheck implements GateCheck {

    static final String NAME = "wave";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        Place place = input.place();
        if (place.applications() == 1) {
            return Finding.pass(this, "no other application is known to have lost the region", null);
        }
        String wave = "wave %d of %d, %d applications".formatted(place.wave(), place.waves(), place.applications());
        return place.waitsFor() == null
                ? Finding.pass(this, wave, null)
                : Finding.hold(this, wave + ": " + place.waitsFor(), null);
    }
}
