package io.lifeboat.coordinator.planned;

import static io.lifeboat.contract.plan.Tier.COMPUTE;
import static io.lifeboat.contract.plan.Tier.DATABASE;
import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.obligation.Kind;
import io.lifeboat.coordinator.obligation.Obligation;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.signal.Shop;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Home is gone back to only when it is seen to be well: what nobody can see speaks against it. */
class WayHomeTest {

    private static final Duration NOW = Duration.ofSeconds(1);

    @Test
    void shouldBeOpenOnceHomeFollowsCloselyAndOwesNothingThatBarsIt() {
        opens(seen -> seen);
        // What a fence stopped there is raised by the failback itself.
        opens(seen -> seen.set("api-live", COMPUTE, HOME, DOWN));
        assertThatCode(() -> WayHome.require(Shop.plan(), seen(seen -> seen), HOME, List.of(owed(Kind.COPY_SNAPSHOT))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(
            value = SignalState.class,
            names = {"DOWN", "DEGRADED", "UNKNOWN"})
    void shouldBeBarredWhileTheDatabaseOfHomeIsNotSeenUp(SignalState state) {
        barred(seen -> seen.set("database", DATABASE, HOME, state), "not seen up by everyone");
    }

    @Test
    void shouldBeBarredWhileNobodySeesHomeFreshly() {
        barred(seen -> seen.since(Duration.ofHours(1)), "nobody sees the database of " + HOME + " freshly");
    }

    @Test
    void shouldBeBarredWhileHomeIsNotSeenToFollow() {
        barred(seen -> seen.lagOf(OTHER, HOME, NOW, NOW, "pending-resync"), "nobody sees " + HOME + " follow");
        barred(seen -> seen.lagOf(OTHER, HOME, NOW, NOW, null), "nobody sees " + HOME + " follow");
        barred(seen -> seen.lag(OTHER, NOW, NOW), "nobody sees " + HOME + " follow");
    }

    @Test
    void shouldBeBarredWhileHomeIsFurtherBehindThanTheObjectiveOrNobodyMeasuresIt() {
        barred(seen -> seen.lagOf(OTHER, HOME, Duration.ofMinutes(5), NOW, "connected"), "more than the objective");
        barred(seen -> seen.lagOf(OTHER, HOME, null, null, "connected"), "nobody measures how far");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"FENCE_PENDING", "RECONCILE_WRITES"})
    void shouldBeBarredWhileHomeMayHoldWritesOfItsOwn(Kind kind) {
        assertThatThrownBy(() -> WayHome.require(Shop.plan(), seen(seen -> seen), HOME, List.of(owed(kind))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(kind.wireName());
    }

    private static void opens(UnaryOperator<Seen> said) {
        assertThatCode(() -> WayHome.require(Shop.plan(), seen(said), HOME, List.of()))
                .doesNotThrowAnyException();
    }

    private static void barred(UnaryOperator<Seen> said, String why) {
        assertThatThrownBy(() -> WayHome.require(Shop.plan(), seen(said), HOME, List.of()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
    }

    private static Evidence seen(UnaryOperator<Seen> said) {
        return Seen.evidence(said.apply(moved("frankfurt")), said.apply(moved("office")));
    }

    private static Seen moved(String vantage) {
        return Seen.by(vantage).lagOf(OTHER, HOME, NOW, NOW, "connected");
    }

    private static Obligation owed(Kind kind) {
        ExecutionRef ref = new ExecutionRef("e1", "i1", "shop", "failover", Mode.LIVE, HOME, OTHER, 42, 3, "hash");
        return Obligation.byHand(ref, kind, 1, "it is owed");
    }
}
