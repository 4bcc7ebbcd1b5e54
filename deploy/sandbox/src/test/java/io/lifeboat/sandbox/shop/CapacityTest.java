package io.lifeboat.sandbox.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CapacityTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Capacity capacity = new Capacity(10, nanos::get);

    @Test
    void shouldTakeNoMoreThanItsRateOverTime() {
        assertThat(takenIn(Duration.ofSeconds(10), Duration.ofMillis(20))).isBetween(100, 106);
    }

    @Test
    void shouldTakeEverythingBelowItsRate() {
        assertThat(takenIn(Duration.ofSeconds(10), Duration.ofMillis(125))).isEqualTo(80);
    }

    private int takenIn(Duration time, Duration every) {
        int taken = 0;
        for (long passed = 0; passed < time.toNanos(); passed += every.toNanos()) {
            if (capacity.take()) {
                taken++;
            }
            nanos.addAndGet(every.toNanos());
        }
        return taken;
    }
}
