package io.lifeboat.coordinator.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.command.RetireEpoch;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.incident.ObligationClosed;
import io.lifeboat.contract.incident.ObligationClosed.Outcome;
import io.lifeboat.contract.incident.ObligationOpened;
import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.contract.step.StepRefused.Reason;
import io.lifeboat.coordinator.command.ExecutionRef;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of an obligation, whatever is said and whatever time passes. */
class CourseTest {

    private static final Act OWNER = new Act("data-owner-b", "it is done");
    private static final ExecutionRef BACK = Owed.execution("exec-2", "eu-central-1", "eu-west-1", 2_000);
    private static final ExecutionRef ONWARD = Owed.execution("exec-2", "eu-central-1", "eu-north-1", 2_000);

    @Test
    void shouldCommandItAtOnceUnderItsOwnIdAndTheSlotsEpoch() {
        Owed owed = Owed.of(Kind.COPY_SNAPSHOT).waits(Duration.ZERO);

        assertThat(owed.commands()).singleElement().satisfies(command -> {
            assertThat(command.executionId()).isEqualTo("exec-1.copy-snapshot");
            assertThat(command.action()).isEqualTo("aurora.keep-snapshot");
            assertThat(command.epoch()).isEqualTo(Owed.EPOCH);
            assertThat(command.attempt()).isEqualTo(1);
        });
    }

    @Test
    void shouldBeKeptWithWhatTheExecutorSaw() {
        Owed owed = running(Kind.COPY_SNAPSHOT).succeeds(1, "arn:copy", null);

        assertThat(owed.state()).isEqualTo(new ObligationState.Kept("arn:copy", null));
        assertThat(owed.all(ObligationClosed.class)).singleElement().satisfies(closed -> {
            assertThat(closed.outcome()).isEqualTo(Outcome.KEPT);
            assertThat(closed.proof()).isEqualTo("arn:copy");
            assertThat(closed.act()).isNull();
        });
    }

    @Test
    void shouldTakeNoticeOfEachEventOnceAndOfNoOlderAttempt() {
        Owed owed = running(Kind.FENCE_PENDING).fails(1, true).waits(Duration.ofSeconds(10));

        owed.succeeds(1, "late", null).fails(1, true);
        assertThat(owed.effort()).isInstanceOfSatisfying(Effort.UnderWay.class, effort -> assertThat(effort.attempt())
                .isEqualTo(2));

        owed.succeeds(2, "closed", null).succeeds(2, "closed", null).fails(2, false);
        assertThat(owed.all(ObligationClosed.class)).hasSize(1);
        assertThat(owed.alarms()).isZero();
    }

    @Test
    void shouldGoOnTryingAndTellAPersonOnceWhatTimeDoesNotMend() {
        Owed owed = running(Kind.FENCE_PENDING);

        owed.fails(1, false).waits(Duration.ofSeconds(9));
        assertThat(owed.commands()).hasSize(1);
        owed.waits(Duration.ofSeconds(1)).fails(2, false).waits(Duration.ofMinutes(10));

        assertThat(owed.commands()).extracting(RunStep::attempt).containsExactly(1, 2, 3);
        assertThat(owed.alarms()).isEqualTo(1);
    }

    @Test
    void shouldBeCommandedAnewUnderTheNewestEpochWhenANewerExecutionEndedItsOwn() {
        Owed owed = running(Kind.COPY_SNAPSHOT)
                .opens(BACK)
                .refuses(1, Reason.STALE_EPOCH)
                .waits(Duration.ZERO);

        assertThat(owed.commands()).last().returns(2_000L, RunStep::epoch).returns(2, RunStep::attempt);
        assertThat(owed.commands()).extracting(RunStep::executionId).containsOnly("exec-1.copy-snapshot");
        assertThat(owed.alarms()).isZero();
    }

    @Test
    void shouldBeCommandedAnewWhenAWaitingRunWasFencedOff() {
        Owed owed = running(Kind.REBUILD_PROTECTION)
                .newerEpoch(2_000)
                .fails(1, true)
                .waits(Duration.ZERO);

        assertThat(owed.commands()).last().returns(2_000L, RunStep::epoch);
    }

    @Test
    void shouldWaitWhileExecutorsComeTooLateForItsCommands() {
        Owed owed = running(Kind.COPY_SNAPSHOT).refuses(1, Reason.EXPIRED).waits(Duration.ZERO);
        assertThat(owed.commands()).hasSize(1);

        assertThat(owed.waits(Duration.ofSeconds(10)).commands()).hasSize(2);
    }

    @Test
    void shouldNotFenceARegionThatIsBecomingActive() {
        Owed owed = running(Kind.FENCE_PENDING).opens(BACK);

        owed.refuses(1, Reason.STALE_EPOCH).waits(Duration.ofDays(1));

        assertThat(owed.effort()).isInstanceOf(Effort.Held.class);
        assertThat(owed.commands()).hasSize(1);
    }

    @Test
    void shouldBeOvertakenOnceThatRegionIsActive() {
        Owed owed = running(Kind.FENCE_PENDING).opens(BACK).ends(BACK, true).waits(Duration.ofDays(1));

        assertThat(owed.state()).isInstanceOf(ObligationState.Overtaken.class);
        assertThat(owed.all(ObligationClosed.class))
                .singleElement()
                .returns(Outcome.OVERTAKEN, ObligationClosed::outcome);
        assertThat(owed.commands()).hasSize(1);
    }

    @Test
    void shouldArmTheFenceAgainWhenTheWayBackWasGivenUp() {
        Owed owed = running(Kind.FENCE_PENDING).opens(BACK).ends(BACK, false).waits(Duration.ZERO);

        assertThat(owed.commands()).last().returns(2, RunStep::attempt).returns(2_000L, RunStep::epoch);
    }

    @Test
    void shouldKeepTheFenceArmedWhenTheApplicationMovesOnElsewhere() {
        Owed owed = running(Kind.FENCE_PENDING)
                .opens(ONWARD)
                .refuses(1, Reason.STALE_EPOCH)
                .waits(Duration.ZERO)
                .ends(ONWARD, true);

        assertThat(owed.commands()).last().returns(2, RunStep::attempt).returns(2_000L, RunStep::epoch);
        assertThat(owed.state()).isInstanceOf(ObligationState.Open.class);
    }

    @Test
    void shouldCommandAnotherAttemptWhenNobodySpeaksOfTheOneBefore() {
        Owed owed = running(Kind.COPY_SNAPSHOT);

        owed.waits(Duration.ofHours(2)).progresses(1, "waits").waits(Duration.ofHours(2));
        assertThat(owed.commands()).hasSize(1);
        owed.waits(Duration.ofHours(1));

        assertThat(owed.commands()).hasSize(2);
    }

    @Test
    void shouldOweTheReconciliationWhenTheOldWriterTookWrites() {
        Owed owed = running(Kind.FENCE_PENDING)
                .succeeds(
                        1,
                        "closed; SPLIT BRAIN",
                        JsonNodeFactory.instance.objectNode().put("oldWriterOpenOnReturn", true));

        assertThat(owed.state()).isInstanceOf(ObligationState.Kept.class);
        assertThat(owed.more()).singleElement().returns(Kind.RECONCILE_WRITES, Obligation::kind);
        assertThat(owed.all(ObligationOpened.class))
                .singleElement()
                .returns("reconcile-writes", ObligationOpened::kind);
    }

    @Test
    void shouldOweNothingMoreWhenTheOldWriterWasClosed() {
        Owed owed = running(Kind.FENCE_PENDING)
                .succeeds(1, "closed", JsonNodeFactory.instance.objectNode().put("oldWriterOpenOnReturn", false));

        assertThat(owed.more()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("closing")
    void shouldHaveExecutorsLetGoOfWhatAPersonCloses(ObligationVerb verb, Outcome outcome) {
        Owed owed = running(Kind.FENCE_PENDING).says(verb);

        assertThat(owed.all(ObligationClosed.class)).singleElement().satisfies(closed -> {
            assertThat(closed.outcome()).isEqualTo(outcome);
            assertThat(closed.act()).isEqualTo(OWNER);
        });
        assertThat(owed.all(RetireEpoch.class)).singleElement().satisfies(retire -> {
            assertThat(retire.executionId()).isEqualTo("exec-1.fence-pending");
            assertThat(retire.epoch()).isEqualTo(Owed.EPOCH);
        });
        assertThatThrownBy(() -> owed.says(verb)).isInstanceOf(IllegalObligationVerbException.class);
    }

    static Stream<Arguments> closing() {
        return Stream.of(
                Arguments.of(new ObligationVerb.Keep(OWNER, "seen"), Outcome.KEPT),
                Arguments.of(new ObligationVerb.Waive(OWNER), Outcome.WAIVED));
    }

    @Test
    void shouldStayOwedWhenThePageIsOnlyAnswered() {
        Owed owed = running(Kind.COPY_SNAPSHOT).says(new ObligationVerb.Answer(OWNER));

        assertThat(owed.effort()).isInstanceOf(Effort.UnderWay.class);
        assertThat(owed.all(RetireEpoch.class)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void shouldBeReadBackAsItWasWritten(Kind kind) throws Exception {
        Obligation obligation = running(kind).opens(BACK).obligation();

        assertThat(Json.mapper().readValue(Json.mapper().writeValueAsString(obligation), Obligation.class))
                .isEqualTo(obligation);
    }

    private static Owed running(Kind kind) {
        return Owed.of(kind).waits(Duration.ZERO);
    }

    /** What was to be fenced may be the active region by now. */
    @Test
    void shouldLeaveToAPersonWhatWasOwedBeforeTheDatabaseWasRestored() {
        Owed owed = Owed.of(Kind.FENCE_PENDING).waits(Duration.ZERO);
        int before = owed.commands().size();

        owed.isRestored(2)
                .refuses(1, StepRefused.Reason.BEFORE_FIRST_START)
                .waits(Duration.ofDays(1))
                .isRestored(2);

        assertThat(owed.effort()).isInstanceOf(Effort.ByHand.class);
        assertThat(owed.commands()).hasSize(before);
        assertThat(owed.alarms()).isEqualTo(1);
        assertThat(owed.obligation().memory()).isEqualTo(2);
    }
}
