package io.lifeboat.detector.probe;

import static io.lifeboat.detector.Looks.second;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.DeletionRateProbe;
import io.lifeboat.contract.plan.InvariantProbe;
import io.lifeboat.contract.plan.MaintenanceWindow;
import io.lifeboat.contract.plan.RowCountProbe;
import io.lifeboat.contract.signal.SignalState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DataMeasureTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<MaintenanceWindow> NIGHTLY = List.of(new MaintenanceWindow("02:00", "03:00", null, null));

    private final DataMeasure rows =
            DataMeasure.of(new RowCountProbe("orders", "orders", 10, Duration.ofSeconds(100)), NIGHTLY);
    private final DataMeasure deletions = DataMeasure.of(new DeletionRateProbe("orders", "orders", 100), List.of());
    private final DataMeasure invariant = DataMeasure.of(new InvariantProbe("orders", "SELECT true"), List.of());

    @Test
    void shouldMissRowsOnlyBeyondThePartThatMayGo() {
        assertThat(state(rows, 1_000L, 1)).isEqualTo(SignalState.UP);
        assertThat(state(rows, 900L, 2)).isEqualTo(SignalState.UP);
        assertThat(rows.judge(899L, second(3), NOON))
                .isEqualTo(new DataMeasure.Reading(
                        SignalState.DOWN,
                        "orders has 899 rows; the most lately were 1000, and no more than 10 % may go"));
    }

    @Test
    void shouldSayByHowMuchATableGrewInTheLatestTenMinutes() {
        assertThat(growth(1_000L, 0)).as("one count makes no growth").isNull();
        assertThat(growth(1_060L, 60)).isEqualTo(new GrowthFacts("orders", 60, Duration.ofSeconds(60), second(60)));
        assertThat(growth(1_900L, 630)).isEqualTo(new GrowthFacts("orders", 840, Duration.ofSeconds(570), second(630)));
        assertThat(growth(1_850L, 640)).as("since 60 s").returns(790L, GrowthFacts::rows);
        assertThat(growth(1_000L, 650)).as("rows were deleted").isNull();
    }

    private @Nullable GrowthFacts growth(long count, double at) {
        return rows.judge(count, second(at), NOON).growth();
    }

    @Test
    void shouldMeasureBesideTheMostThereWereLatelyAndNotBesideTheLatest() {
        state(rows, 1_000L, 1);
        state(rows, 950L, 2);
        state(rows, 910L, 3);

        assertThat(state(rows, 890L, 4)).as("each step was small").isEqualTo(SignalState.DOWN);
    }

    @Test
    void shouldForgetWhatWasLongAgo() {
        state(rows, 1_000L, 1);
        state(rows, 500L, 60);

        assertThat(state(rows, 500L, 101)).isEqualTo(SignalState.DOWN);
        assertThat(state(rows, 500L, 102)).isEqualTo(SignalState.UP);
        assertThat(state(rows, 440L, 103)).isEqualTo(SignalState.DOWN);
    }

    @Test
    void shouldTakeWhatTheMaintenanceLeftForWholeOnceItIsOver() {
        assertThat(rows.judge(1_000L, second(1), Instant.parse("2026-11-22T01:59:00Z"))
                        .state())
                .isEqualTo(SignalState.UP);
        assertThat(rows.judge(500L, second(2), Instant.parse("2026-11-22T02:30:00Z"))
                        .state())
                .as("seen, and expected")
                .isEqualTo(SignalState.DOWN);
        assertThat(rows.judge(500L, second(3), Instant.parse("2026-11-22T03:00:00Z"))
                        .state())
                .isEqualTo(SignalState.UP);
        assertThat(rows.judge(400L, second(4), Instant.parse("2026-11-22T03:01:00Z"))
                        .state())
                .as("what goes now is not the maintenance's")
                .isEqualTo(SignalState.DOWN);
    }

    @Test
    void shouldCountDeletionsOfTheLastMinuteOnly() {
        assertThat(state(deletions, 5_000L, 0)).as("one look makes no rate").isEqualTo(SignalState.UNKNOWN);
        assertThat(state(deletions, 5_060L, 10)).isEqualTo(SignalState.UP);
        assertThat(state(deletions, 5_120L, 20)).as("120 in 20 s").isEqualTo(SignalState.DOWN);
        assertThat(state(deletions, 5_120L, 69)).isEqualTo(SignalState.DOWN);
        assertThat(state(deletions, 5_120L, 81)).isEqualTo(SignalState.UP);
    }

    @Test
    void shouldTakeADayWithoutALookForItsAverage() {
        state(deletions, 0L, 0);

        assertThat(state(deletions, 999L, 600)).as("ten minutes").isEqualTo(SignalState.UP);
        assertThat(state(deletions, 1_999L, 1_199)).as("ten more").isEqualTo(SignalState.DOWN);
    }

    @Test
    void shouldBeginAnewWhenTheCounterDoes() {
        state(deletions, 5_000L, 0);

        assertThat(state(deletions, 3L, 10)).isEqualTo(SignalState.UNKNOWN);
        assertThat(state(deletions, 4L, 20)).isEqualTo(SignalState.UP);
    }

    @Test
    void shouldHoldAnInvariantForBrokenOnlyWhenItIsFalse() {
        assertThat(state(invariant, true, 1)).isEqualTo(SignalState.UP);
        assertThat(state(invariant, false, 2)).isEqualTo(SignalState.DOWN);
        assertThat(state(invariant, null, 3)).isEqualTo(SignalState.UNKNOWN);
        assertThat(invariant.judge(7L, second(4), NOON).reason())
                .as("what it answered may be anybody's data")
                .contains("answered a Long and no boolean");
    }

    private static SignalState state(DataMeasure measure, Object value, double at) {
        return measure.judge(value, second(at), NOON).state();
    }
}
