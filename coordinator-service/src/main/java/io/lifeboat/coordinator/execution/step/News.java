package io.lifeboat.coordinator.execution.step;

import io.lifeboat.coordinator.execution.StepState;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;

/** An executor said something about a step that is still under way. */
final class News {

    private News() {}

    static Turn heard(InFlightStep at, String detail, Instant now) {
        return at.turn(
                switch (at.state()) {
                    // The acceptance is late or lost; this says as much.
                    case StepState.Commanded commanded ->
                        commanded.accepted(now, at.step().within(), detail);
                    case StepState.Running running -> running.heard(now, detail);
                    case StepState.Indeterminate unclear -> unclear.heard(now, detail);
                });
    }
}
