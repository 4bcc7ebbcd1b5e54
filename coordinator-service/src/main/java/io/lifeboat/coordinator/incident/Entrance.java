package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.incident.ServingAgain;
import io.lifeboat.contract.plan.Client;
import io.lifeboat.contract.plan.HttpsProbe;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.plan.Watch;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the customers' entrance is seen, and what that says of the time they were without service. Pure. */
final class Entrance {

    private Entrance() {}

    /**
     * One entrance watch as one vantage sees it now.
     *
     * @param view the vantage's view
     * @param signal the watch's signal
     */
    record Look(View view, Signal signal) {

        /** The latest good look, by the vantage's clock; empty when there was none since the detector started. */
        Optional<Instant> lastGoodAt() {
            return Optional.ofNullable(signal.lastUpAge())
                    .map(age -> Objects.requireNonNull(view.snapshot()).sentAt().minus(age));
        }

        /** Since when it has been up, by the vantage's clock. */
        Instant upSince() {
            return Objects.requireNonNull(view.snapshot()).sentAt().minus(signal.heldFor());
        }

        boolean up() {
            return signal.state() == SignalState.UP;
        }

        boolean down() {
            return signal.state() == SignalState.DOWN;
        }
    }

    /** Every judged look at the entrance. */
    static List<Look> looks(Evidence evidence) {
        return evidence.views().stream()
                .filter(View::trusted)
                .flatMap(view -> view.signals().stream()
                        .filter(signal -> signal.tier() == Tier.ENTRANCE && signal.state() != SignalState.UNKNOWN)
                        .map(signal -> new Look(view, signal)))
                .toList();
    }

    /** Whether every entrance watch of the plan is up from a quorum of vantages; true where the plan has none. */
    static boolean servedByQuorum(Plan plan, Evidence evidence) {
        List<Look> looks = looks(evidence);
        return plan.watches().stream()
                .filter(watch -> watch.tier() == Tier.ENTRANCE)
                .allMatch(watch -> looks.stream()
                                .filter(look ->
                                        look.up() && look.signal().watch().equals(watch.id()))
                                .count()
                        >= plan.gate().quorum());
    }

    /**
     * The message that a watch saw the application served again.
     *
     * @param lastGoodAt the latest good look before the outage, by the same vantage's clock; null when it is not known
     */
    static ServingAgain servingAgain(
            IncidentRow incident, String executionId, Plan plan, Look look, @Nullable Instant lastGoodAt) {
        Duration outage = lastGoodAt == null ? null : Duration.between(lastGoodAt, look.upSince());
        return new ServingAgain(
                incident.id,
                incident.application,
                executionId,
                look.signal().watch(),
                look.view().vantage(),
                share(plan, look.signal().watch()),
                look.view().aged(look.signal().heldFor()).orElse(look.signal().heldFor()),
                outage == null || outage.isNegative() ? null : outage);
    }

    /** The part of all customers that a watch stands for. */
    private static double share(Plan plan, String watch) {
        return plan.watch(watch)
                .map(Watch::https)
                .map(HttpsProbe::client)
                .map(Client::share)
                .orElse(1.0);
    }
}
