package io.lifeboat.simulator.scenario;

import io.lifeboat.contract.outage.OutageCleared;
import io.lifeboat.contract.outage.OutageConfirmed;
import io.lifeboat.contract.outage.Sighting;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.contract.plan.Vantage;
import io.lifeboat.contract.plan.Watch;
import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.contract.signal.Lag;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.outage.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A vantage that sees what it is told to see, and speaks as a detector does. */
final class ScriptedVantage {

    /** Between two looks at one thing; what is told is half of it old. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Up for long when the world begins. */
    private static final Duration BEFORE = Duration.ofHours(1);

    private final Instant begin;
    private final int revision;
    private final Plan plan;
    private final Vantage vantage;
    private final Map<Seen, State> states = new LinkedHashMap<>();
    private final Map<Scope, Boolean> down = new LinkedHashMap<>();
    private Sight sight = Sight.CLEAR;
    private boolean silent;
    private Duration lag = Duration.ofMillis(500);
    private @Nullable Duration lagFrozenAt;
    private Duration clockWrongBy = Duration.ZERO;
    private long sequence;

    /** One watch in one place. */
    private record Seen(Watch watch, @Nullable String region) {

        boolean isMeant(String name) {
            return name.equals(watch.id()) || name.equals(watch.id() + "@" + region);
        }
    }

    private record State(SignalState state, Duration since, Duration lastUp) {}

    ScriptedVantage(PlanRevision inForce, Vantage vantage, Instant begin) {
        this.begin = begin;
        this.revision = inForce.revision();
        this.plan = Objects.requireNonNull(inForce.plan());
        this.vantage = vantage;
        for (Watch watch : plan.watches()) {
            List<@Nullable String> regions = new ArrayList<>();
            switch (watch.in()) {
                case EACH -> regions.addAll(plan.regions().all());
                case ACTIVE -> regions.add(plan.regions().home());
                case GLOBAL -> regions.add(null);
            }
            regions.forEach(region ->
                    states.put(new Seen(watch, region), new State(SignalState.UP, BEFORE.negated(), Duration.ZERO)));
        }
    }

    String name() {
        return vantage.id();
    }

    boolean silent() {
        return silent;
    }

    boolean allUp() {
        return states.values().stream().allMatch(state -> state.state() == SignalState.UP);
    }

    /** What its clock shows then, right or wrong. */
    Instant clock(Duration elapsed) {
        return begin.plus(elapsed).plus(clockWrongBy);
    }

    /**
     * Sees something new from now on.
     *
     * @param now since the world began
     * @return the outage events a detector would send for it
     */
    List<Record> see(Scenario.Change change, Duration now) {
        sight = change.sight() == null ? sight : change.sight();
        silent = change.silent() == null ? silent : change.silent();
        lag = change.lag() == null ? lag : change.lag();
        clockWrongBy = change.clockWrongBy() == null ? clockWrongBy : change.clockWrongBy();
        if (change.lagFrozen() != null) {
            lagFrozenAt = change.lagFrozen() ? now : null;
        }
        change.is().forEach((name, state) -> {
            List<Seen> meant =
                    states.keySet().stream().filter(seen -> seen.isMeant(name)).toList();
            if (meant.isEmpty()) {
                throw new IllegalArgumentException(
                        "the plan has no watch '%s'; say one of its ids, or id@region".formatted(name));
            }
            meant.forEach(
                    seen -> states.compute(seen, (key, before) -> become(Objects.requireNonNull(before), state, now)));
        });
        return silent || sight != Sight.CLEAR ? List.of() : transitions();
    }

    /** All it sees now. */
    SignalSnapshot snapshot(Duration now) {
        return new SignalSnapshot(
                plan.application(),
                revision,
                vantage.id(),
                vantage.region(),
                vantage.id() + "-1",
                "boot-" + vantage.id(),
                ++sequence,
                clock(now),
                sight,
                sight == Sight.CLEAR ? null : "as the scenario says",
                states.entrySet().stream()
                        .map(entry -> signal(entry.getKey(), entry.getValue(), now))
                        .toList());
    }

    private static State become(State before, SignalState state, Duration now) {
        return before.state() == state
                ? before
                : new State(state, now, before.state() == SignalState.UP ? now : before.lastUp());
    }

    /** By region, and for each watch of its data apart, as detectors do. */
    private List<Record> transitions() {
        List<Record> told = new ArrayList<>();
        Map<Scope, Boolean> now = new LinkedHashMap<>();
        states.forEach((seen, state) -> now.merge(
                Scope.of(seen.region(), seen.watch().tier(), seen.watch().id()),
                state.state() == SignalState.DOWN,
                Boolean::logicalOr));
        now.forEach((scope, isDown) -> {
            boolean wasDown = Boolean.TRUE.equals(down.put(scope, isDown));
            if (isDown && !wasDown) {
                told.add(new OutageConfirmed(sighting(scope.region())));
            } else if (wasDown && !isDown) {
                told.add(new OutageCleared(sighting(scope.region())));
            }
        });
        return told;
    }

    private Sighting sighting(@Nullable String region) {
        return new Sighting(
                plan.application(),
                revision,
                vantage.id(),
                vantage.region(),
                vantage.id() + "-1",
                "boot-" + vantage.id(),
                ++sequence,
                region,
                LOOK,
                List.of());
    }

    private Signal signal(Seen seen, State state, Duration now) {
        boolean blind = sight != Sight.CLEAR;
        SignalState told = blind ? SignalState.UNKNOWN : state.state();
        Duration age = LOOK.dividedBy(2);
        return new Signal(
                seen.watch().id(),
                seen.watch().tier(),
                seen.region(),
                told,
                told == SignalState.UP ? "answers" : "as the scenario says",
                age,
                now.minus(state.since()),
                state.state() == SignalState.UP
                        ? age
                        : now.minus(state.lastUp()).plus(LOOK),
                null,
                heartbeat(seen, state, now).orElse(null),
                lag(seen, now).orElse(null),
                null,
                null);
    }

    private Optional<Heartbeat> heartbeat(Seen seen, State state, Duration now) {
        if (seen.watch().sqlWrite() == null) {
            return Optional.empty();
        }
        boolean refused = state.state() == SignalState.DOWN;
        Duration latest = refused ? state.lastUp() : now;
        return Optional.of(new Heartbeat(
                seen.region(),
                latest.toSeconds() + 1,
                clock(latest),
                clock(latest),
                seen.watch().every(),
                refused ? clock(state.since()) : null));
    }

    private Optional<Lag> lag(Seen seen, Duration now) {
        if (seen.watch().auroraLag() == null) {
            return Optional.empty();
        }
        Duration sampleAge = LOOK.plus(lagFrozenAt == null ? Duration.ZERO : now.minus(lagFrozenAt));
        return Optional.of(new Lag(
                lag, sampleAge, plan.regions().home(), plan.regions().other().getFirst(), "connected"));
    }
}
