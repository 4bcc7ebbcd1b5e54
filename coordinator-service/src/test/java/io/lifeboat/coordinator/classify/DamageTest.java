package io.lifeboat.coordinator.classify;

import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.contract.signal.SignalState.UNKNOWN;
import static io.lifeboat.contract.signal.SignalState.UP;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.signal.Shop;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamageTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    /** The breach of the tests began 20 s before it was told, which was a second ago. */
    private static final Duration SINCE = Duration.ofSeconds(21);

    @Test
    void shouldTakeOneTrustedVantagesWordForIt() {
        Damage damage = seen(NOON, Seen.by("office").set("totals", Tier.DATA, HOME, DOWN), Seen.by("frankfurt"));

        assertThat(damage.unexpected()).singleElement().satisfies(breach -> {
            assertThat(breach.disasterClass()).isEqualTo(DisasterClass.DATA_CORRUPTION);
            assertThat(breach.watch()).isEqualTo("totals");
            assertThat(breach.heldFor()).isEqualTo(SINCE);
        });
    }

    @Test
    void shouldCallRowsThatAreGoneAMassDeletion() {
        assertThat(seen(NOON, Seen.by("office").set("volume", Tier.DATA, HOME, DOWN))
                        .unexpected())
                .extracting(Damage.Breach::disasterClass)
                .containsExactly(DisasterClass.MASS_DELETION);
    }

    @ParameterizedTest
    @CsvSource({
        "keys, RANSOMWARE",
        "backups, RANSOMWARE",
        "expiry, RANSOMWARE",
        "objects, MASS_DELETION",
        "canaries, DATA_CORRUPTION"
    })
    void shouldTellTheDamageByWhatIsLookedAt(String watch, DisasterClass expected) {
        assertThat(seen(NOON, Seen.by("office").set(watch, Tier.DATA, HOME, DOWN))
                        .unexpected())
                .extracting(Damage.Breach::disasterClass)
                .containsExactly(expected);
    }

    @Test
    void shouldNameTheGravestFirstHoweverLongTheOthersHaveBeenSeen() {
        Seen office = Seen.by("office").set("keys", Tier.DATA, HOME, DOWN).set("objects", Tier.DATA, HOME, DOWN);
        Seen frankfurt = Seen.by("frankfurt")
                .homeLost(Duration.ofMinutes(5))
                .set("totals", Tier.DATA, HOME, DOWN)
                .set("volume", Tier.DATA, HOME, DOWN);

        assertThat(seen(NOON, frankfurt, office).unexpected())
                .extracting(Damage.Breach::watch)
                .as("ransomware, deletions by how long, corruption")
                .containsExactly("keys", "volume", "objects", "totals");
    }

    @Test
    void shouldExpectWhatIsDoneToAStoreInItsMaintenanceWindow() {
        Seen office = Seen.by("office").set("expiry", Tier.DATA, HOME, DOWN);

        assertThat(seen(Instant.parse("2026-11-22T02:30:00Z"), office).unexpected())
                .isEmpty();
        assertThat(seen(Instant.parse("2026-11-22T02:30:00Z"), office).expected())
                .isPresent();
    }

    @Test
    void shouldNotBelieveAVantageThatDoesNotBelieveItself() {
        Seen blind = Seen.by("office").set("totals", Tier.DATA, HOME, DOWN).sight(Sight.SUSPECT);

        assertThat(seen(NOON, blind).breaches()).isEmpty();
    }

    @Test
    void shouldExpectWhatBeganInTheMaintenanceWindowUntilShortlyAfterItsEnd() {
        Seen purge = Seen.by("office").set("volume", Tier.DATA, HOME, DOWN);

        assertThat(seen(Instant.parse("2026-11-22T02:30:00Z"), purge).expected())
                .isPresent();
        assertThat(seen(Instant.parse("2026-11-22T03:00:20Z"), purge).unexpected())
                .as("began a second before the end")
                .isEmpty();
        assertThat(seen(Instant.parse("2026-11-22T03:00:30Z"), purge).unexpected())
                .as("began after the end")
                .hasSize(1);
    }

    @Test
    void shouldExpectNothingAnyMoreWhenTheWindowIsLongOver() {
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        Seen sinceTheNight = Seen.by("office").homeLost(Duration.between(Instant.parse("2026-11-22T02:30:00Z"), noon));

        assertThat(seen(noon, sinceTheNight.set("volume", Tier.DATA, HOME, DOWN))
                        .unexpected())
                .hasSize(1);
    }

    @Test
    void shouldSayWhetherAnybodyLooks() {
        assertThat(seen(NOON, Seen.by("office").set("totals", Tier.DATA, HOME, UNKNOWN))
                        .whole())
                .contains("nobody can look");
        assertThat(seen(NOON, Seen.by("office").set("totals", Tier.DATA, HOME, UP))
                        .whole())
                .contains("nobody who looks");
    }

    private static Damage seen(Instant now, Seen... all) {
        return Damage.seen(Shop.plan(), Seen.evidence(all), now);
    }
}
