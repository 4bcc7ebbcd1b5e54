package io.lifeboat.coordinator.incident;

import static io.lifeboat.contract.plan.Tier.ENTRANCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.ServingAgain;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.signal.Shop;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntranceTest {

    private static final Duration LOST_FOR = Duration.ofSeconds(20);

    @Test
    void shouldTellTheLatestGoodLookByTheVantagesClock() {
        Entrance.Look look = only(Seen.by("office").homeLost(LOST_FOR));

        assertThat(look.down()).isTrue();
        assertThat(look.lastGoodAt()).contains(Seen.SENT.minusSeconds(24));
    }

    @Test
    void shouldMeasureTheOutageOnOneClock() {
        Entrance.Look look = only(Seen.by("office").upFor("entrance", ENTRANCE, null, Duration.ofSeconds(3)));

        ServingAgain message = servingAgain(look, Seen.SENT.minusSeconds(60));

        assertThat(message.outage()).isEqualTo(Duration.ofSeconds(57));
        // up 3 s when it was sent, and it was sent 1 s ago
        assertThat(message.age()).isEqualTo(Duration.ofSeconds(4));
        assertThat(message.share()).isEqualTo(1.0);
    }

    @Test
    void shouldNotInventAnOutageWhenTheLatestGoodLookIsNotKnown() {
        Entrance.Look look = only(Seen.by("office").upFor("entrance", ENTRANCE, null, Duration.ofSeconds(3)));

        assertThat(servingAgain(look, null).outage()).isNull();
    }

    @Test
    void shouldBeServedWhenAQuorumSeesEveryEntranceWatchUp() {
        assertThat(Entrance.servedByQuorum(Shop.plan(), Seen.evidence(Seen.by("frankfurt"), Seen.by("office"))))
                .isTrue();
        assertThat(Entrance.servedByQuorum(
                        Shop.plan(), Seen.evidence(Seen.by("frankfurt").homeLost(LOST_FOR), Seen.by("office"))))
                .isFalse();
        assertThat(Entrance.servedByQuorum(
                        Shop.plan(), Seen.evidence(Seen.by("frankfurt").sight(Sight.SUSPECT), Seen.by("office"))))
                .isFalse();
    }

    private static Entrance.Look only(Seen seen) {
        return Entrance.looks(Seen.evidence(seen)).getFirst();
    }

    private static ServingAgain servingAgain(Entrance.Look look, @Nullable Instant lastGoodAt) {
        IncidentRow incident = new IncidentRow();
        incident.id = "i-1";
        incident.application = "shop";
        return Entrance.servingAgain(incident, "e-1", Shop.plan(), look, lastGoodAt);
    }
}
