package io.lifeboat.coordinator.planned;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.coordinator.loss.Exposure;
import io.lifeboat.coordinator.obligation.Kind;
import io.lifeboat.coordinator.obligation.Obligation;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.View;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether home may be gone back to. What nobody can see speaks against it: there is no hurry, and a region that was lost has to
 * show that it is well. Pure.
 */
final class WayHome {

    /** What home owes that makes it no place to write: it may take writes of its own, or has some that are nowhere else. */
    private static final Set<Kind> BARS = EnumSet.of(Kind.FENCE_PENDING, Kind.RECONCILE_WRITES);

    private WayHome() {}

    /**
     * Refuses unless home's database is seen up, follows the writer within the objective, and owes nothing that bars the way.
     *
     * @param owed what is open of the application
     * @throws ProblemException naming the first thing that forbids it, and the remedy
     */
    static void require(Plan plan, Evidence evidence, String home, List<Obligation> owed) {
        requireNothingOwed(owed);
        requireSeenUp(plan, evidence, home);
        if (!evidence.follows(home)) {
            throw refused(
                    "nobody sees " + home + " follow the writer",
                    "wait until it has re-synchronised, and see that a vantage's watch aurora-lag answers");
        }
        requireClose(plan, evidence, home);
    }

    private static void requireNothingOwed(List<Obligation> owed) {
        owed.stream()
                .filter(obligation -> BARS.contains(obligation.kind()))
                .findFirst()
                .ifPresent(obligation -> {
                    throw refused(
                            "obligation %s is open: %s".formatted(obligation.id(), obligation.text()),
                            "see to it first: GET /obligations/" + obligation.id());
                });
    }

    private static void requireSeenUp(Plan plan, Evidence evidence, String home) {
        List<SignalState> looks = evidence.views().stream()
                .filter(View::trusted)
                .flatMap(view -> view.signals().stream()
                        .filter(signal -> isDatabaseOf(signal, home))
                        .filter(signal -> isFresh(view, signal, plan.gate().evidenceWithin())))
                .map(Signal::state)
                .toList();
        if (looks.isEmpty() || looks.stream().anyMatch(state -> state != SignalState.UP)) {
            throw refused(
                    looks.isEmpty()
                            ? "nobody sees the database of " + home + " freshly"
                            : "the database of " + home + " is not seen up by everyone who looks at it",
                    "wait until it is; a watch of the tier database with in: each looks at it");
        }
    }

    private static void requireClose(Plan plan, Evidence evidence, String home) {
        Duration objective = plan.objectives().rpo();
        Exposure behind = evidence.exposure(home)
                .orElseThrow(() -> refused(
                        "nobody measures how far " + home + " is behind",
                        "see that a vantage's watch aurora-lag answers: GET /incidents shows what they say"));
        if (behind.atMost().compareTo(objective) > 0) {
            throw refused(
                    "%s may be %s behind, more than the objective of %s".formatted(home, behind.atMost(), objective),
                    "wait until it has caught up: a switchover stops writes for as long as that takes");
        }
    }

    private static boolean isDatabaseOf(Signal signal, String region) {
        return signal.tier() == Tier.DATABASE && region.equals(signal.region());
    }

    private static boolean isFresh(View view, Signal signal, Duration within) {
        return view.aged(signal.age())
                .filter(age -> age.compareTo(view.limit(within)) <= 0)
                .isPresent();
    }

    private static ProblemException refused(String why, String remedy) {
        return Readiness.refused(Purpose.FAILBACK, why, remedy);
    }
}
