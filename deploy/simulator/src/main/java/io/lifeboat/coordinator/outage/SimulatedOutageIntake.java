package io.lifeboat.coordinator.outage;

import io.lifeboat.chassis.intake.Intake;
import io.lifeboat.coordinator.incident.Incidents;
import io.lifeboat.coordinator.incident.Lookout;
import java.time.Duration;

/** Opens the intake of outage events. */
public final class SimulatedOutageIntake {

    /** As the inbox knows it. */
    public static final String CONSUMER = "coordinator.outage-events";

    private SimulatedOutageIntake() {}

    public static OutageIntake of(Intake intake, Incidents incidents, Lookout lookout) {
        return new OutageIntake(
                intake,
                new SuspectedHandler(incidents),
                new ConfirmedHandler(incidents),
                new ClearedHandler(incidents),
                new LongAgo(incidents),
                lookout,
                Duration.ofHours(1));
    }
}
