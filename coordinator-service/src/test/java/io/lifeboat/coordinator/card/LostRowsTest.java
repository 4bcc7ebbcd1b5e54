package io.lifeboat.coordinator.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.LossInterval;
import io.lifeboat.coordinator.signal.Seen;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LostRowsTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final LossInterval LOSS = new LossInterval(Duration.ofSeconds(1), Duration.ofMillis(4_500));

    @Test
    void shouldSayHowManyRowsOfEachTableWereAddedInThatTime() {
        String rows = LostRows.of(
                LOSS,
                Seen.evidence(
                        Seen.by("frankfurt").growth("orders", 1_200, TEN_MINUTES),
                        Seen.by("office").growth("payments", 60, Duration.ofMinutes(1))));

        assertThat(rows)
                .isEqualTo(
                        "about 2 to 9 of orders, which grew by 1200 in 10 min;"
                                + " about 1 to 5 of payments, which grew by 60 in 1 min (rows added; changed ones are not counted)");
    }

    @Test
    void shouldTakeTheVantageThatSawATableGrowFastest() {
        String rows = LostRows.of(
                LOSS,
                Seen.evidence(
                        Seen.by("frankfurt").growth("orders", 10, TEN_MINUTES),
                        Seen.by("office").growth("orders", 600, Duration.ofMinutes(1))));

        assertThat(rows).startsWith("about 10 to 45 of orders, which grew by 600 in 1 min");
    }

    @Test
    void shouldSayZeroOfATableThatDidNotGrow() {
        String rows = LostRows.of(LOSS, Seen.evidence(Seen.by("office").growth("orders", 0, TEN_MINUTES)));

        assertThat(rows).startsWith("about 0 of orders");
    }

    @Test
    void shouldSayWhyNobodyKnows() {
        assertThat(LostRows.of(LOSS, Seen.evidence(Seen.by("office"))))
                .isEqualTo("unknown: no row-count watch has counted a table that grows");
        assertThat(LostRows.of(null, Seen.evidence(Seen.by("office").growth("orders", 600, TEN_MINUTES))))
                .isEqualTo("unknown, as the loss is");
    }
}
