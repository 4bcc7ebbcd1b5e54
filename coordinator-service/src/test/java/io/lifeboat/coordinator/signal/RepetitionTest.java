package io.lifeboat.coordinator.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is news, and what is only said again. */
class RepetitionTest {

    private static final Duration LOST_FOR = Duration.ofSeconds(20);

    private final Repetition repetition = new Repetition();

    @Test
    void shouldTakeTheFirstWordOfEachVantageAndApplicationForNews() {
        assertThat(repetition.isRepeated(Seen.by("office").snapshot("shop"))).isFalse();
        assertThat(repetition.isRepeated(Seen.by("frankfurt").snapshot("shop"))).isFalse();
        assertThat(repetition.isRepeated(Seen.by("office").snapshot("mail"))).isFalse();
    }

    @Test
    void shouldTakeTheSameStatesForARepetitionHoweverOldTheyAre() {
        assertThat(repetition.isRepeated(Seen.by("office").homeLost(LOST_FOR).snapshot("shop")))
                .isFalse();
        assertThat(repetition.isRepeated(Seen.by("office")
                        .homeLost(LOST_FOR.multipliedBy(2))
                        .sequence(2)
                        .snapshot("shop")))
                .isTrue();
    }

    @Test
    void shouldTakeAnotherStateForNewsEachTimeItChanges() {
        repetition.isRepeated(Seen.by("office").snapshot("shop"));

        assertThat(repetition.isRepeated(Seen.by("office").homeLost(LOST_FOR).snapshot("shop")))
                .isFalse();
        assertThat(repetition.isRepeated(Seen.by("office").snapshot("shop"))).isFalse();
    }
}
