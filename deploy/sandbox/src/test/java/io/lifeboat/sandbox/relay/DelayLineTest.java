package io.lifeboat.sandbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DelayLineTest {

    private static final Duration HOLD = Duration.ofMillis(300);

    private final DelayLine line = new DelayLine();

    @Test
    void shouldDeliverInOrderAfterTheDelay() throws InterruptedException {
        long began = System.nanoTime();
        line.put(new byte[] {1});
        line.put(new byte[] {2});
        line.end();

        assertThat(line.take(() -> HOLD)).containsExactly(1);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(HOLD);
        assertThat(line.take(() -> HOLD)).containsExactly(2);
        assertThat(line.take(() -> HOLD)).isEmpty();
    }

    @Test
    void shouldLoseWhatIsUnderWayWhenDropped() throws InterruptedException {
        line.put(new byte[] {1});

        line.drop();

        assertThat(line.take(() -> HOLD)).isEmpty();
    }

    @Test
    void shouldDeliverAtOnceWhatWaitsWhenTheDelayIsTakenAway() throws InterruptedException {
        line.put(new byte[] {1});
        long began = System.nanoTime();
        Duration[] delays = {Duration.ofMinutes(5), Duration.ZERO};
        int[] look = {0};

        byte[] arrived = line.take(() -> delays[Math.min(look[0]++, 1)]);

        assertThat(arrived).containsExactly(1);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }
}
