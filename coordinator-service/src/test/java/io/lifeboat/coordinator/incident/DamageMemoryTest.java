package io.lifeboat.coordinator.incident;

import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.contract.signal.SignalState.UNKNOWN;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.coordinator.classify.Damage;
import io.lifeboat.coordinator.gate.DataCondition;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.signal.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DamageMemoryTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<Act> TWO = List.of(new Act("commander", "the purge"), new Act("data-owner", "its count"));

    private final IncidentRow incident = new IncidentRow();

    @Test
    void shouldRememberWhatIsNotSeenAnyMore() {
        note(NOON, "totals");

        assertThat(DamageMemory.note(
                        incident,
                        Damage.seen(
                                Shop.plan(),
                                Seen.evidence(Seen.by("office").set("totals", Tier.DATA, HOME, UNKNOWN)),
                                NOON.plusSeconds(60)),
                        NOON.plusSeconds(60)))
                .isInstanceOfSatisfying(DataCondition.Damaged.class, damaged -> {
                    assertThat(damaged.disasterClass()).isEqualTo(DisasterClass.DATA_CORRUPTION);
                    assertThat(damaged.age()).isEqualTo(Duration.ofSeconds(81));
                });
        assertThat(DamageMemory.mayClear(incident)).isFalse();
    }

    @Test
    void shouldShowAllThatWasSeenAndKeepTheEarliestTime() {
        note(NOON, "totals");
        DamageMemory.declared(incident, DisasterClass.RANSOMWARE, TWO.getFirst(), NOON.plusSeconds(30));

        assertThat(incident.damage.reason())
                .contains("totals, as office sees it")
                .contains("declared by commander");
        assertThat(incident.damage.seenAt()).isEqualTo(NOON.minusSeconds(21));
    }

    @Test
    void shouldTakeTheGravestOfWhatWasSeenForItsClass() {
        note(NOON, "totals");
        assertThat(incident.damage.disasterClass()).isEqualTo(DisasterClass.DATA_CORRUPTION);
        note(NOON.plusSeconds(30), "totals", "keys");
        assertThat(incident.damage.disasterClass()).isEqualTo(DisasterClass.RANSOMWARE);
        note(NOON.plusSeconds(60), "totals", "keys", "volume");
        assertThat(incident.damage.disasterClass()).isEqualTo(DisasterClass.RANSOMWARE);
    }

    @Test
    void shouldTakeAKeyForNoWordAboutWhatIsSeenLater() {
        note(NOON, "totals");
        incident.pendingKey = new PendingKey("REGION_OUTAGE", "commander", "the purge", NOON);

        note(NOON.plusSeconds(60), "totals");
        assertThat(incident.pendingKey).as("nothing new").isNotNull();
        note(NOON.plusSeconds(90), "totals", "volume");

        assertThat(incident.pendingKey).isNull();
    }

    @Test
    void shouldVetoAgainForWhatBeganLaterOrWhatTheTwoWereNotShown() {
        note(NOON, "volume");
        DamageMemory.lift(incident, TWO, NOON.plusSeconds(10));

        assertThat(note(NOON, "volume")).as("the same").isInstanceOf(DataCondition.Reclassified.class);
        assertThat(DamageMemory.mayClear(incident)).isTrue();
        assertThat(note(NOON, "volume", "totals")).as("another watch").isInstanceOf(DataCondition.Damaged.class);

        DamageMemory.lift(incident, TWO, NOON.plusSeconds(20));
        assertThat(note(NOON.plus(Duration.ofHours(1)), "totals"))
                .as("the same watch, an hour later")
                .isInstanceOf(DataCondition.Damaged.class);
    }

    @Test
    void shouldGoOnWithWhatTheIncidentBeforeEndedWith() {
        note(NOON, "totals");
        IncidentRow next = new IncidentRow();

        DamageMemory.inherit(next, incident);

        assertThat(DamageMemory.note(next, new Damage(List.of(), 2, 0), NOON))
                .isInstanceOf(DataCondition.Damaged.class);
    }

    @Test
    void shouldNotAskTwiceAboutWhatWasLiftedInTheIncidentBefore() {
        note(NOON, "volume");
        DamageMemory.lift(incident, TWO, NOON.plusSeconds(10));
        IncidentRow next = new IncidentRow();
        next.openedAt = NOON.plusSeconds(60);

        DamageMemory.inherit(next, incident);

        assertThat(DamageMemory.note(next, seen(NOON, "volume"), NOON)).isInstanceOf(DataCondition.Reclassified.class);
        assertThat(DamageMemory.wasLifted(next)).isFalse();
    }

    private DataCondition note(Instant now, String... down) {
        return DamageMemory.note(incident, seen(now, down), now);
    }

    private static Damage seen(Instant now, String... down) {
        Seen office = Seen.by("office");
        for (String watch : down) {
            office.set(watch, Tier.DATA, HOME, DOWN);
        }
        return Damage.seen(Shop.plan(), Seen.evidence(office), now);
    }
}
