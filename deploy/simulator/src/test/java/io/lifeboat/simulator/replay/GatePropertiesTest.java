package io.lifeboat.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.simulator.Worlds;
import io.lifeboat.simulator.broker.Disorder;
import io.lifeboat.simulator.scenario.Decided;
import io.lifeboat.simulator.scenario.Scenario;
import io.lifeboat.simulator.scenario.Scenario.Change;
import io.lifeboat.simulator.scenario.Scenario.Expected;
import io.lifeboat.simulator.scenario.ScenarioFolder;
import io.lifeboat.simulator.scenario.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the gate whatever vantages see and say, and whatever becomes of their messages. */
class GatePropertiesTest {

    private static final Set<DisasterClass> DAMAGE =
            Set.of(DisasterClass.DATA_CORRUPTION, DisasterClass.MASS_DELETION, DisasterClass.RANSOMWARE);
    private static final List<String> VANTAGES = List.of("frankfurt", "office", "dublin");
    private static final List<String> SERVING =
            List.of("api@eu-west-1", "database@eu-west-1", "orders", "entrance", "api@eu-central-1", "dns");
    private static final List<String> DATA = List.of("volume", "whole");
    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final Disorder BAD = new Disorder(0.2, 0, 0.2, 3, Duration.ofSeconds(20), Duration.ofSeconds(3));

    private final PlanRevision plan;

    GatePropertiesTest() throws IOException {
        this.plan = ScenarioFolder.inForce(Path.of("..", "scenarios", "region-lost"));
    }

    @Property(tries = 150)
    void shouldNeverFailOverOnceDamageWasSeenWhateverBecomesOfSignals(
            @ForAll("damaged") List<Change> seen, @ForAll long seed) {
        Decided result = told(seen, seed, BAD);

        List<Turn> turns = result.turns();
        int damaged = 0;
        while (damaged < turns.size() && !DAMAGE.contains(turns.get(damaged).disasterClass())) {
            damaged++;
        }
        if (damaged < turns.size()) {
            assertThat(result.opened()).as(turns.toString()).isFalse();
        }
    }

    @Property(tries = 100)
    void shouldOpenNothingForWhatIsUnknown(@ForAll("unknown") List<Change> seen, @ForAll long seed) {
        Decided result = told(seen, seed, Disorder.NONE);

        assertThat(result.turns()).isEmpty();
        assertThat(result.openAtTheEnd()).isFalse();
    }

    @Property(tries = 60)
    void shouldDecideTheSameWhenItIsToldTheSameAgain(@ForAll("anything") List<Change> seen, @ForAll long seed) {
        assertThat(told(seen, seed, BAD)).isEqualTo(told(seen, seed, BAD));
    }

    /** Damage early on, then anything. */
    @Provide
    Arbitrary<List<Change>> damaged() {
        Arbitrary<Change> first = Combinators.combine(
                        Arbitraries.of(VANTAGES),
                        Arbitraries.of("whole"),
                        Arbitraries.integers().between(1, 60))
                .as((vantage, watch, at) -> change(at, vantage, Map.of(watch, SignalState.DOWN), null, null));
        return Combinators.combine(first, anything()).as((damage, rest) -> {
            List<Change> all = new ArrayList<>(rest);
            all.add(damage);
            all.sort(Comparator.comparing(Change::at));
            return all;
        });
    }

    @Provide
    Arbitrary<List<Change>> anything() {
        List<String> watches = new ArrayList<>(SERVING);
        watches.addAll(DATA);
        return changes(watches, Arbitraries.of(SignalState.values()))
                .list()
                .ofMaxSize(25)
                .map(GatePropertiesTest::sorted);
    }

    @Provide
    Arbitrary<List<Change>> unknown() {
        return changes(SERVING, Arbitraries.of(SignalState.UNKNOWN, SignalState.UP))
                .list()
                .ofMaxSize(25)
                .map(GatePropertiesTest::sorted);
    }

    private static Arbitrary<Change> changes(List<String> watches, Arbitrary<SignalState> states) {
        Arbitrary<Map<String, SignalState>> seen =
                Arbitraries.maps(Arbitraries.of(watches), states).ofMinSize(1).ofMaxSize(watches.size());
        return Combinators.combine(
                        Arbitraries.integers().between(1, (int) LASTS.toSeconds()),
                        Arbitraries.of(VANTAGES),
                        seen,
                        Arbitraries.of(Sight.values()).injectNull(0.8),
                        Arbitraries.of(true, false).injectNull(0.8))
                .as(GatePropertiesTest::change);
    }

    private static Change change(int at, String vantage, Map<String, SignalState> is, Sight sight, Boolean silent) {
        return new Change(Duration.ofSeconds(at), List.of(vantage), is, sight, silent, null, null, null);
    }

    private static List<Change> sorted(List<Change> changes) {
        return changes.stream().sorted(Comparator.comparing(Change::at)).toList();
    }

    private Decided told(List<Change> seen, long seed, Disorder disorder) {
        Scenario scenario = new Scenario(
                "made by chance", LASTS, null, null, seen, List.of(), List.of(), List.of(), Expected.NOTHING);
        return Worlds.tell(() -> new Replay(plan, scenario, seed, disorder).run());
    }
}
