package io.lifeboat.sandbox;

import static io.lifeboat.sandbox.cloud.Cloud.HOME;
import static io.lifeboat.sandbox.cloud.Cloud.OTHER;
import static io.lifeboat.sandbox.cloud.Cloud.WITNESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The truth table of docs/adr/0004, and that nothing but the witness's word moves the name. */
class SwitchTest {

    private static final List<String> PLACES = List.of(WITNESS, HOME, OTHER);

    @ParameterizedTest(name = "witness {0}, home {1}, other {2}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            home,  -,     -,     home
            home,  home,  other, home
            home,  -,     other, home
            home,  other, other, home
            home,  other, -,     home
            other, -,     -,     other
            other, home,  -,     other
            other, home,  other, other
            other, home,  home,  other
            other, other, other, other
            -,     -,     -,     home
            -,     home,  -,     home
            -,     home,  home,  home
            -,     home,  other, home
            -,     other, -,     home
            -,     other, home,  home
            -,     -,     home,  home
            -,     -,     other, other
            -,     other, other, other
            """)
    void shouldAnswerAsTheTableSays(
            @Nullable String witness, @Nullable String home, @Nullable String other, String answer) {
        Map<String, String> read = new HashMap<>();
        read.put(WITNESS, region(witness));
        read.put(HOME, region(home));
        read.put(OTHER, region(other));

        assertThat(answers(read)).isEqualTo(region(answer));
    }

    @Test
    void shouldLeadHomeBeforeAnythingWasSaidOrLookedAt() {
        // A fresh check counts as healthy whatever it looks at.
        assertThat(Switch.PARTS).hasSizeGreaterThanOrEqualTo(Switch.THRESHOLD);
        assertThat(answers(Map.of())).isEqualTo(HOME);
    }

    /**
     * There and back, again and again: regions are lost and return with whatever they said, the witness is lost now and then
     * while both regions are there, and the region left is told late, if ever. One place is gone at a time.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldMoveOnlyWhenItIsSaidAtTheWitness(long seed) {
        Random dice = new Random(seed);
        World world = new World();
        for (int turn = 0; turn < 2_000; turn++) {
            switch (dice.nextInt(6)) {
                case 0 -> world.lose(HOME);
                case 1 -> world.lose(OTHER);
                case 2 -> world.loseWitness();
                case 3 -> world.returnAll();
                case 4 -> world.failOver();
                default -> world.latch();
            }
            assertThat(world.answers())
                    .as("seed %d, turn %d: %s", seed, turn, world)
                    .isEqualTo(world.servedFrom);
        }
    }

    private static @Nullable String region(@Nullable String word) {
        return word == null ? null : word.equals("home") ? HOME : OTHER;
    }

    private static String answers(Map<String, String> read) {
        long sum = Switch.PARTS.stream()
                .filter(part -> part.counts(read.get(part.region())))
                .count();
        return sum >= Switch.THRESHOLD ? HOME : OTHER;
    }

    /** Three places that hold what was said, and the two actions of a plan that say it. */
    private static final class World {

        private final Map<String, String> said = new HashMap<>();
        private final Set<String> lost = new HashSet<>();
        private String servedFrom = HOME;

        void lose(String region) {
            if (lost.isEmpty()) {
                lost.add(region);
            }
        }

        /** Only once the region left was told: until then a silent witness and a stale region are two faults at once. */
        void loseWitness() {
            boolean told = !said.containsKey(away()) || servedFrom.equals(said.get(away()));
            if (lost.isEmpty() && told) {
                lost.add(WITNESS);
            }
        }

        void returnAll() {
            lost.clear();
        }

        /** traffic.switch, once the active region is lost. */
        void failOver() {
            if (lost.contains(servedFrom)) {
                servedFrom = away();
                said.put(WITNESS, servedFrom);
                said.put(servedFrom, servedFrom);
            }
        }

        /** traffic.latch, whenever the region left answers. */
        void latch() {
            if (said.containsKey(WITNESS) && lost.isEmpty()) {
                said.put(away(), said.get(WITNESS));
            }
        }

        String answers() {
            Map<String, String> read = new HashMap<>();
            PLACES.stream().filter(place -> !lost.contains(place)).forEach(place -> read.put(place, said.get(place)));
            return SwitchTest.answers(read);
        }

        private String away() {
            return servedFrom.equals(HOME) ? OTHER : HOME;
        }

        @Override
        public String toString() {
            return "served from " + servedFrom + ", said " + said + ", lost " + lost;
        }
    }
}
