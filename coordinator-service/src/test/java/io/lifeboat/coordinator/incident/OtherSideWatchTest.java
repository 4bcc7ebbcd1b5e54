package io.lifeboat.coordinator.incident;

import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.coordinator.execution.ExecutionSummary;
import io.lifeboat.coordinator.execution.ExecutionSummary.Phase;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.signal.Shop;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OtherSideWatchTest {

    private static final Evidence LOST = Seen.evidence(lost("office"), lost("dublin"));

    @Test
    void shouldBelieveAQuorum() {
        assertThat(isLost(Form.PLANNED, false, Phase.RUNNING, LOST)).isTrue();
        assertThat(isLost(Form.PLANNED, false, Phase.RUNNING, Seen.evidence(lost("office"), Seen.by("dublin"))))
                .as("one vantage alone")
                .isFalse();
    }

    @Test
    void shouldBelieveThatItsDatabaseAloneIsLost() {
        Evidence noDatabase = Seen.evidence(without("office"), without("dublin"));

        assertThat(isLost(Form.PLANNED, false, Phase.RUNNING, noDatabase)).isTrue();
    }

    /** A pilot light serves nobody before it is lit. */
    @Test
    void shouldNotMissTasksThatTheMoveItselfStarts() {
        Evidence unlit = Seen.evidence(set("office", Tier.COMPUTE), set("dublin", Tier.COMPUTE));

        assertThat(isLost(Form.PLANNED, false, Phase.RUNNING, unlit)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"RUNNING", "PAUSED"},
            mode = EnumSource.Mode.EXCLUDE)
    void shouldNotTroubleWhatStartsNothingMore(Phase phase) {
        assertThat(isLost(Form.PLANNED, false, phase, LOST)).isFalse();
    }

    @Test
    void shouldNotTroubleWhatCannotTurnBackOrLeavesALostRegion() {
        assertThat(isLost(Form.PLANNED, true, Phase.RUNNING, LOST)).isFalse();
        assertThat(isLost(Form.UNPLANNED, false, Phase.RUNNING, LOST)).isFalse();
    }

    private static boolean isLost(Form form, boolean pastNoReturn, Phase phase, Evidence evidence) {
        ExecutionSummary execution = new ExecutionSummary(
                "e1",
                "i1",
                "shop",
                "failover",
                Mode.LIVE,
                form,
                HOME,
                OTHER,
                phase,
                List.of(),
                null,
                pastNoReturn,
                Instant.EPOCH,
                null);
        return OtherSideWatch.isLost(execution, Shop.plan(), evidence);
    }

    private static Seen lost(String vantage) {
        return set(vantage, Tier.COMPUTE).set("database", Tier.DATABASE, OTHER, DOWN);
    }

    private static Seen without(String vantage) {
        return Seen.by(vantage).set("database", Tier.DATABASE, OTHER, DOWN);
    }

    private static Seen set(String vantage, Tier tier) {
        return Seen.by(vantage).set("api-live", tier, OTHER, DOWN);
    }
}
