package io.lifeboat.e2e.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.GateEvaluated;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.contract.incident.LossStated;
import io.lifeboat.contract.outage.OutageSuspected;
import io.lifeboat.contract.outage.Sighting;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.contract.signal.SignalState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorytellerTest {

    @Test
    void shouldSayWhichCheckKeepsTheGateShut() {
        GateEvaluated gate = new GateEvaluated(
                "i-1",
                "shop",
                3,
                DisasterClass.REGION_OUTAGE,
                GateOutcome.HOLD,
                List.of(
                        new CheckResult("armed", CheckResult.Verdict.PASS, "automatic", null),
                        new CheckResult("quorum", CheckResult.Verdict.HOLD, "1 of 2 vantages", Duration.ofSeconds(1))),
                null,
                null);

        assertThat(Storyteller.tell(gate))
                .hasValueSatisfying(line -> assertThat(line.what()).isEqualTo("hold: quorum (1 of 2 vantages)"));
    }

    @Test
    void shouldNameTheWatchWhoseLookFailedFirst() {
        OutageSuspected suspected = new OutageSuspected(new Sighting(
                "shop",
                1,
                "office",
                null,
                "office-1",
                "boot",
                1,
                "eu-west-1",
                Duration.ofSeconds(1),
                List.of(
                        stillUp("api-live", Duration.ofMillis(20), Duration.ofSeconds(1)),
                        stillUp("database", Duration.ofMillis(300), Duration.ofMillis(300)))));

        assertThat(Storyteller.tell(suspected))
                .hasValueSatisfying(line -> assertThat(line.what()).isEqualTo("suspects eu-west-1: api-live"));
    }

    private static Signal stillUp(String watch, Duration age, Duration lastUpAge) {
        return new Signal(
                watch,
                Tier.COMPUTE,
                "eu-west-1",
                SignalState.UP,
                "",
                age,
                Duration.ofMinutes(5),
                lastUpAge,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void shouldTellAnUnmeasuredLossAsUnknown() {
        LossStated stated = new LossStated("i-1", "shop", "e-1", LossStated.Moment.DECISION, null, "no lag was read");

        assertThat(Storyteller.tell(stated)).hasValueSatisfying(line -> assertThat(line.what())
                .isEqualTo("loss at decision: unknown, no lag was read"));
    }

    @Test
    void shouldKeepStillAboutSignals() {
        SignalSnapshot snapshot = new SignalSnapshot(
                "shop", 1, "office", null, "office-1", "boot", 7, Instant.EPOCH, Sight.CLEAR, null, List.of());

        assertThat(Storyteller.tell(snapshot)).isEmpty();
    }

    @Test
    void shouldShowTheTimeSinceTheFault() {
        assertThat(new Storyteller.Line("gate", "proceed").at(Duration.ofMillis(64_250)))
                .isEqualTo("+01:04.2  gate               proceed");
        assertThat(new Storyteller.Line("gate", "proceed").at(Duration.ofMillis(-300)))
                .startsWith("-00:00.3");
    }
}
