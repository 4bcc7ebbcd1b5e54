package io.lifeboat.detector.probe;

import static io.lifeboat.detector.Looks.second;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.aws.GlobalCluster.Member;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LagFactsTest {

    private static final Member CENTRAL = new Member("eu-central-1", "shop-central", false, "connected");
    private static final Member WEST = new Member("eu-west-1", "shop-west", false, "pending-resync");
    private static final LagFacts BEFORE = new LagFacts(
            Duration.ofMillis(40), Duration.ofSeconds(2), second(1), "eu-west-1", "eu-central-1", "connected");

    @Test
    void shouldKeepTheSampleBeforeAndMakeItOlderWhenTheLagCouldNotBeRead() {
        assertThat(LagFacts.unread(BEFORE, second(11), "eu-west-1", CENTRAL))
                .isEqualTo(new LagFacts(
                        Duration.ofMillis(40),
                        Duration.ofSeconds(12),
                        second(11),
                        "eu-west-1",
                        "eu-central-1",
                        "connected"));
    }

    @Test
    void shouldKnowNoLagWhenTheSampleBeforeWasAnotherRegionsOrThereWasNone() {
        LagFacts unknown = new LagFacts(null, null, second(11), "eu-central-1", "eu-west-1", "pending-resync");

        assertThat(LagFacts.unread(BEFORE, second(11), "eu-central-1", WEST)).isEqualTo(unknown);
        assertThat(LagFacts.unread(null, second(11), "eu-central-1", WEST)).isEqualTo(unknown);
    }
}
