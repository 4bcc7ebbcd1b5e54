package io.lifeboat.sandbox.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GapTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration LEAST = Duration.ofSeconds(3);

    /** One character a second: {@code +} confirmed, {@code -} failed, {@code .} nothing. */
    private static List<Attempt> attempts(String story) {
        var attempts = new ArrayList<Attempt>();
        for (int second = 0; second < story.length(); second++) {
            if (story.charAt(second) != '.') {
                attempts.add(new Attempt(START.plusSeconds(second), story.charAt(second) == '+'));
            }
        }
        return attempts;
    }

    private static Optional<Gap> gapIn(String story) {
        return Gap.longest(attempts(story), START.plusSeconds(story.length()), LEAST);
    }

    @Test
    void shouldSeeNoOutageInAFewMissedTurns() {
        assertThat(gapIn("++-++-+++")).isEmpty();
    }

    @Test
    void shouldReachFromTheLastConfirmationToTheNextOne() {
        assertThat(gapIn("++++--------++++")).contains(new Gap(START.plusSeconds(3), START.plusSeconds(12)));
    }

    @Test
    void shouldCountTurnsThatNeverEndedAsNotServed() {
        assertThat(gapIn("++......++")).contains(new Gap(START.plusSeconds(1), START.plusSeconds(8)));
    }

    @Test
    void shouldStayOpenWhileNothingIsConfirmed() {
        assertThat(gapIn("+++------")).contains(new Gap(START.plusSeconds(2), null));
    }

    @Test
    void shouldNotCallAShopThatTurnsAwayEveryOtherOrderServing() {
        assertThat(gapIn("+++-----+-+-+-+-+-")).contains(new Gap(START.plusSeconds(2), null));
    }

    @Test
    void shouldCallItServingFromWhereNineOfTenOrdersWereConfirmed() {
        assertThat(gapIn("+++-----+-+-+--++++++++++")).map(Gap::servedAgain).contains(START.plusSeconds(15));
    }

    @Test
    void shouldForgiveAStrayFailureAfterTheRecovery() {
        assertThat(gapIn("+++-----++-+++++++++++++")).map(Gap::servedAgain).contains(START.plusSeconds(8));
    }
}
