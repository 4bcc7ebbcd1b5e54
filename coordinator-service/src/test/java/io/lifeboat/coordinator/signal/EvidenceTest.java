package io.lifeboat.coordinator.signal;

import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final Duration AGREED = Duration.ofSeconds(10);

    @Test
    void shouldNotWaitForAVantageThatWentSilentWithItsRegion() {
        Evidence all = Seen.evidence(
                Seen.by("frankfurt").homeLost(Duration.ofSeconds(20)),
                Seen.by("office").homeLost(Duration.ofSeconds(20)),
                Seen.by("dublin").since(Duration.ofSeconds(25)));
        assertThat(all.writingVantages()).as("its last words").containsExactly("dublin");
        assertThat(all.writesStoppedFor()).isEmpty();

        Evidence counting = all.counting(HOME, AGREED);

        assertThat(counting.writingVantages()).isEmpty();
        assertThat(counting.writesStoppedFor()).isPresent();
        assertThat(counting.views()).extracting(View::vantage).containsExactly("frankfurt", "office");
    }

    @Test
    void shouldHearAVantageInsideThatStillSpeaks() {
        Evidence all = Seen.evidence(
                Seen.by("office").homeLost(Duration.ofSeconds(20)),
                Seen.by("dublin").since(Duration.ofSeconds(3)));

        assertThat(all.counting(HOME, AGREED).writingVantages()).containsExactly("dublin");
        assertThat(all.counting(HOME, null).writingVantages()).isEmpty();
        assertThat(all.counting(OTHER, AGREED)).isEqualTo(all);
    }

    @Test
    void shouldSayWhyARegionCannotBePromoted() {
        assertThat(Seen.evidence(Seen.by("office").synchronization("pending-resync"))
                        .notFollowing(OTHER))
                .hasValueSatisfying(
                        why -> assertThat(why).contains("not re-synchronised").contains("pending-resync"));
        assertThat(Seen.evidence(Seen.by("office").synchronization("connected")).notFollowing(OTHER))
                .isEmpty();
        assertThat(Seen.evidence(Seen.by("office").synchronization(null)).notFollowing(OTHER))
                .as("nobody could see it")
                .isEmpty();
        assertThat(Seen.evidence(Seen.by("office").synchronization("pending-resync"))
                        .notFollowing(HOME))
                .as("of the writer itself nothing is said")
                .isEmpty();
    }

    @Test
    void shouldMeasureTheExposureByTheSideGoneToAlone() {
        Evidence evidence = Seen.evidence(Seen.by("office"));

        assertThat(evidence.exposure(OTHER)).isPresent();
        assertThat(evidence.exposure(HOME)).as("the lag was the other side's").isEmpty();
    }

    @Test
    void shouldTellWhereWritesAreAccepted() {
        assertThat(Seen.evidence(Seen.by("office")).acceptedIn()).contains(HOME);
        assertThat(Seen.evidence(Seen.by("office").homeLost(Duration.ofSeconds(20)))
                        .acceptedIn())
                .isEmpty();
    }
}
