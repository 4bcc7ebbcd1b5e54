package io.lifeboat.executor.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lifeboat.executor.budget.Api.Rate;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final Rate FIVE = new Rate(5, 5);

    /** A reading of a clock that only the test turns, somewhere near its overflow. */
    private long now = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(3);

    @Test
    void shouldLetABurstThroughAndThenTheRate() {
        TokenBucket bucket = new TokenBucket(FIVE, now);

        assertThat(taken(bucket, 0)).isEqualTo(5);
        assertThat(bucket.untilNext(now)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(200));
        assertThat(taken(bucket, 10)).isEqualTo(50);
    }

    @Test
    void shouldKeepNoMoreThanABurstOverARest() {
        TokenBucket bucket = new TokenBucket(FIVE, now);
        now += TimeUnit.HOURS.toNanos(1);

        assertThat(taken(bucket, 0)).isEqualTo(5);
    }

    @Test
    void shouldHalveItsRateOnceForCallsThatWereThrottledTogether() {
        TokenBucket bucket = new TokenBucket(FIVE, now);

        bucket.throttled(now);
        bucket.throttled(now);

        assertThat(bucket.perSecond()).isEqualTo(2.5);
        assertThat(bucket.take(now)).isFalse();
    }

    @Test
    void shouldNeverStopAltogether() {
        TokenBucket bucket = new TokenBucket(FIVE, now);
        for (int second = 0; second < 100; second++) {
            now += TimeUnit.SECONDS.toNanos(1);
            bucket.throttled(now);
        }

        assertThat(bucket.perSecond()).isEqualTo(0.5);
    }

    @Test
    void shouldRiseToItsFullRateAndNoFurtherWithTheCallsThatAreCarriedOut() {
        TokenBucket bucket = new TokenBucket(FIVE, now);
        bucket.throttled(now);

        bucket.letThrough(now);
        assertThat(bucket.perSecond()).isCloseTo(2.75, within(1e-9));
        for (int call = 0; call < 100; call++) {
            bucket.letThrough(now);
        }
        assertThat(bucket.perSecond()).isEqualTo(5);
    }

    /** T20 of the reliability catalogue, in turned time: a service that throttles nine calls of ten for a minute. */
    @Test
    void shouldNotMakeAStormWorse() {
        int wanted = 300;
        TokenBucket bucket = new TokenBucket(FIVE, now);
        Random random = new Random(20);
        long start = now;
        long throttledUntil = start + TimeUnit.SECONDS.toNanos(60);
        int sent = 0;
        int done = 0;
        while (done < wanted) {
            now += bucket.untilNext(now);
            assertThat(bucket.take(now)).isTrue();
            sent++;
            if (now - throttledUntil < 0 && random.nextInt(10) < 9) {
                bucket.throttled(now);
            } else {
                bucket.letThrough(now);
                done++;
            }
        }

        // the least time there is: a minute in which a tenth comes through, then the full rate
        double floor = 60 + (wanted - 60 * FIVE.perSecond() / 10) / FIVE.perSecond();
        assertThat(sent).isLessThanOrEqualTo(3 * wanted);
        assertThat((now - start) / 1e9).isLessThan(2 * floor);
        assertThat(bucket.perSecond()).isEqualTo(FIVE.perSecond());
    }

    /** How many tokens there are within so many seconds, looked for every millisecond. */
    private int taken(TokenBucket bucket, int seconds) {
        int taken = 0;
        for (int i = 0; i <= seconds * 1000; i++) {
            while (bucket.take(now)) {
                taken++;
            }
            now += seconds == 0 ? 0 : TimeUnit.MILLISECONDS.toNanos(1);
        }
        return taken;
    }
}
