package io.lifeboat.detector.probe;

import static io.lifeboat.detector.Looks.second;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AddressTimelineTest {

    private static final Duration CACHED = Duration.ofSeconds(20);
    private final AddressTimeline timeline = new AddressTimeline();
    private final InetAddress home = address(1);
    private final InetAddress other = address(2);

    @Test
    void shouldKnowNothingBeforeTheFirstAnswer() {
        assertThat(timeline.oldestHeld(CACHED, second(1))).isEmpty();
    }

    @Test
    void shouldUseTheOldestAnswerThatMayBeHeld() {
        timeline.heard(second(1), home);

        assertThat(timeline.oldestHeld(CACHED, second(2))).contains(home);
    }

    @Test
    void shouldChangeOnlyWhenTheLastToHearTheOldAnswerLetsGoOfIt() {
        timeline.heard(second(1), home);
        timeline.heard(second(50), home);
        timeline.heard(second(51), other);

        assertThat(timeline.oldestHeld(CACHED, second(69.9))).contains(home);
        assertThat(timeline.oldestHeld(CACHED, second(70))).contains(other);
    }

    @Test
    void shouldFollowAnAnswerThatGoesThereAndBack() {
        timeline.heard(second(1), home);
        timeline.heard(second(30), other);
        timeline.heard(second(35), home);

        assertThat(timeline.oldestHeld(CACHED, second(20))).contains(home);
        assertThat(timeline.oldestHeld(CACHED, second(49))).contains(other);
        assertThat(timeline.oldestHeld(CACHED, second(52))).contains(home);
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
