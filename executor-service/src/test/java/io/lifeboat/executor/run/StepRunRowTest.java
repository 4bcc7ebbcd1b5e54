package io.lifeboat.executor.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.chassis.memory.Recollection;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.executor.run.RunState.Ended;
import io.lifeboat.executor.run.RunState.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepRunRowTest {

    private static final Instant T0 = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration SETTLE = Duration.ofSeconds(60);
    private static final RunState.Accepted ACCEPTED = new RunState.Accepted();

    @Test
    void shouldCarryOnWhereTheFormerAttemptStands() {
        // Given
        StepRunRow former = row(1);
        RunState.Intended intended = intended(0);
        former.become(intended, T0);
        former.lease("one", T0, Duration.ofSeconds(10));
        StepRunRow next = row(2);

        // When
        next.carryOn(former, T0.plusSeconds(1));

        // Then
        assertThat(next.read().state()).isEqualTo(intended);
        assertThat(next.leaseUntil).isEqualTo(T0.plusSeconds(10));
        assertThat(next.leaseHolder).isNull();
        assertThat(former.outcome).isEqualTo(Outcome.CARRIED_ON);
        assertThat(former.read().state()).isInstanceOf(Ended.class);
        assertThat(former.leasedBy("one", T0.plusSeconds(1))).isFalse();
    }

    @Test
    void shouldKnowWhatTheFormerAttemptSentWhenItEndedWell() {
        StepRunRow former = row(1);
        RunState.Applied applied = intended(0).answered(JsonNodeFactory.instance.objectNode());
        former.become(applied.end(Outcome.SUCCEEDED, "done"), T0);
        StepRunRow next = row(2);

        next.inherit(former);

        assertThat(next.read().state()).isEqualTo(applied);
        assertThat(former.outcome).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void shouldNotForgetWhatTheLastAttemptSentForOneThatEndedWellBefore() {
        StepRunRow first = row(1);
        first.become(new RunState.Accepted().end(Outcome.SUCCEEDED, "found done"), T0);
        StepRunRow second = row(2);
        second.become(intended(0), T0);
        StepRunRow third = row(3);

        third.carryOn(second, T0);
        third.inherit(first);

        assertThat(third.read().state()).isEqualTo(intended(0));
    }

    @Test
    void shouldSettleOnceLeaseAndSettleTimeAreOver() {
        StepRunRow sent = row(1);
        sent.become(intended(0), T0);
        sent.lease("one", T0, Duration.ofSeconds(10));
        assertThat(sent.settledAt(SETTLE)).isEqualTo(T0.plusSeconds(60));

        sent.lease("one", T0.plusSeconds(55), Duration.ofSeconds(10));
        assertThat(sent.settledAt(SETTLE)).isEqualTo(T0.plusSeconds(65));

        sent.become(intended(0).lost("no answer"), T0.plusSeconds(55));
        assertThat(sent.settledAt(SETTLE))
                .as("its call is over, and may still have to show")
                .isEqualTo(T0.plusSeconds(60));
    }

    @Test
    void shouldNotBeWaitedForWhereNothingWasSent() {
        StepRunRow waiting = row(1);
        waiting.lease("one", T0, Duration.ofSeconds(10));

        assertThat(waiting.settledAt(SETTLE)).isNull();
    }

    @Test
    void shouldWaitForTheLatestOfAll() {
        StepRunRow next = row(1);

        next.waitUntil(T0.plusSeconds(20));
        next.waitUntil(T0.plusSeconds(10));
        next.waitUntil(null);

        assertThat(next.leaseUntil).isEqualTo(T0.plusSeconds(20));
    }

    private static RunState.Intended intended(long atSecond) {
        return ACCEPTED.intend(new Intent("change", JsonNodeFactory.instance.objectNode(), T0.plusSeconds(atSecond)));
    }

    /** The run of an attempt; its command's id is {@code c} and the attempt's number. */
    static StepRunRow row(int attempt) {
        RunStep command = new RunStep(
                "c" + attempt,
                "shop",
                "i",
                "e",
                1,
                Mode.LIVE,
                "promote",
                attempt,
                "test",
                JsonNodeFactory.instance.objectNode(),
                null,
                Map.of(),
                "eu-west-1",
                "eu-central-1",
                T0,
                T0.plusSeconds(60),
                Duration.ofMinutes(1),
                1,
                "hash");
        return new StepRunRow(
                command, new Recollection(T0, Recollection.FIRST, T0), T0.plusSeconds(60), T0.plusSeconds(100));
    }
}
