package io.lifeboat.executor.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseClockTest {

    private static final Instant T0 = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration READING = Duration.ofMillis(3);

    private final LeaseClock leases = new LeaseClock(LEASE);
    private Duration elapsed = Duration.ofDays(40);
    private Instant database = T0;

    @Test
    void shouldTakeALeaseForOverAsSoonAsTheDatabaseSays() {
        LeaseClock.Over over = read();

        assertThat(isOver(over, database.minusMillis(1))).isTrue();
        assertThat(isOver(over, database.plusMillis(1))).isFalse();
    }

    @Test
    void shouldTakeNoLeaseForOverRightAfterTheClockWasSteppedForward() {
        read();
        Instant given = database.plus(LEASE);
        pass(Duration.ofSeconds(1));
        database = database.plus(HOUR);

        assertThat(isOver(read(), given)).isFalse();
        pass(LEASE);
        assertThat(isOver(read(), given)).isFalse();
        pass(Duration.ofMillis(10));
        assertThat(isOver(read(), given)).isTrue();
    }

    @Test
    void shouldTakeForOverWhatWasGivenBeforeTheClockWasSteppedBackOnceItsHolderHasNoLeave() {
        read();
        Instant given = database.plus(LEASE);
        pass(Duration.ofSeconds(1));
        database = database.minus(HOUR);

        assertThat(isOver(read(), given)).isFalse();
        pass(LEASE.plusMillis(10));
        assertThat(isOver(read(), given)).isTrue();
        assertThat(isOver(read(), database.plus(LEASE)))
                .as("a lease that was given since")
                .isFalse();
    }

    @Test
    void shouldNotTakeASlewedClockForAStep() {
        for (int second = 0; second < 60; second++) {
            LeaseClock.Over over = read();
            assertThat(isOver(over, database.minusMillis(1))).isTrue();
            elapsed = elapsed.plusSeconds(1);
            database = database.plusMillis(second % 2 == 0 ? 1_083 : 917);
        }
    }

    @Test
    void shouldNotTakeALongPauseOfItsOwnForAStep() {
        read();
        pass(HOUR);

        assertThat(isOver(read(), database.minusMillis(1))).isTrue();
    }

    @Test
    void shouldGoByTheDatabaseAloneWhenItHasJustStarted() {
        Instant farAhead = database.plus(HOUR);

        assertThat(isOver(read(), farAhead))
                .as("given before a step it has not seen, or by one that is set up with longer leases")
                .isFalse();
        pass(Duration.ofMinutes(1));
        assertThat(isOver(read(), farAhead)).isFalse();
    }

    private LeaseClock.Over read() {
        return leases.read(database, elapsed.toNanos(), elapsed.plus(READING).toNanos());
    }

    private void pass(Duration time) {
        elapsed = elapsed.plus(time);
        database = database.plus(time);
    }

    private static boolean isOver(LeaseClock.Over over, Instant until) {
        return until.isBefore(over.endingBefore()) || until.isAfter(over.endingAfter());
    }
}
