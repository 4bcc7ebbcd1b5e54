package io.lifeboat.simulator.watch;

import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.probe.CapacityFacts;
import io.lifeboat.detector.probe.Facts;
import io.lifeboat.detector.probe.LagFacts;
import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.probe.WriteFacts;
import io.lifeboat.detector.time.Moment;
import io.lifeboat.detector.watch.PlacedWatch;
import io.lifeboat.simulator.cloud.Cloud;
import io.lifeboat.simulator.cloud.Cloud.Seen;
import io.lifeboat.simulator.cloud.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What looks at an application see from outside. */
final class Sights {

    private static final Duration ANSWER = Duration.ofMillis(5);
    private static final Duration NO_ANSWER = Duration.ofSeconds(2);
    private static final Duration BEHIND = Duration.ofMillis(800);

    private final Cloud cloud;
    private final String application;
    private final List<String> regions;
    private long sequence;
    private WriteFacts.@Nullable Accepted accepted;
    private @Nullable Moment sampled;

    Sights(Cloud cloud, String application, List<String> regions) {
        this.cloud = cloud;
        this.application = application;
        this.regions = regions;
    }

    Look look(PlacedWatch placed, boolean blind, Moment now, Instant wall) {
        Seen seen = cloud.truth(application);
        Tier tier = placed.watch().tier();
        if (placed.watch().auroraLag() != null) {
            return lag(seen, blind, now);
        }
        if (placed.watch().sqlWrite() != null) {
            return write(seen, blind, now, wall);
        }
        if (placed.watch().ecsCapacity() != null) {
            return capacity(seen, placed, blind, now);
        }
        String region = tier == Tier.ENTRANCE ? cloud.servedFrom(application) : placed.region();
        boolean up = !blind && region != null && !cloud.isLost(region) && (tier != Tier.ENTRANCE || writable(seen));
        return look(up, now, Facts.NONE);
    }

    static Look control(boolean blind, Moment now) {
        return blind
                ? Look.of(SignalState.DOWN, "no answer in time", now.minus(NO_ANSWER), now)
                : Look.of(SignalState.UP, "answered", now, now);
    }

    private Look write(Seen seen, boolean blind, Moment now, Instant wall) {
        boolean up = !blind && writable(seen);
        if (up) {
            accepted = new WriteFacts.Accepted(
                    seen.scene().writerAt(seen.at()), ++sequence, wall.minus(ANSWER), wall, now);
        }
        WriteFacts facts = new WriteFacts(accepted, up ? null : wall, up ? null : now);
        return look(up, now, Facts.of(facts));
    }

    private Look lag(Seen seen, boolean blind, Moment now) {
        if (blind) {
            return look(false, now, Facts.of(new LagFacts(null, null, now, null, null, null)));
        }
        String writer = seen.scene().writerAt(seen.at());
        String secondary = regions.stream()
                .filter(other -> !other.equals(writer))
                .findFirst()
                .orElseThrow();
        if (!cloud.isLost(writer) || sampled == null) {
            sampled = now;
        }
        LagFacts facts = new LagFacts(
                BEHIND, now.since(sampled), now, writer, secondary, cloud.synchronization(application, secondary));
        return look(true, now, Facts.of(facts));
    }

    private Look capacity(Seen seen, PlacedWatch placed, boolean blind, Moment now) {
        var probe = Objects.requireNonNull(placed.watch().ecsCapacity());
        String region = placed.region();
        if (blind || region == null || cloud.isLost(region)) {
            return look(false, now, Facts.NONE);
        }
        Scene scene = seen.scene();
        boolean home = region.equals(regions.getFirst());
        CapacityFacts facts = new CapacityFacts(
                probe.cluster(),
                probe.service(),
                home ? Scene.TASKS_AT_HOME : scene.least(),
                home ? scene.tasksAtHome() : scene.desired(),
                now);
        return look(true, now, Facts.of(facts));
    }

    private boolean writable(Seen seen) {
        return !seen.scene().movingAt(seen.at()) && !cloud.isLost(seen.scene().writerAt(seen.at()));
    }

    private static Look look(boolean up, Moment now, Facts facts) {
        return up
                ? new Look(SignalState.UP, "answered", now.minus(ANSWER), now, facts)
                : new Look(SignalState.DOWN, "no answer in time", now.minus(NO_ANSWER), now, facts);
    }
}
