package io.lifeboat.coordinator.gate;

import static io.lifeboat.coordinator.gate.Evaluated.expect;
import static io.lifeboat.coordinator.gate.Evaluated.lost;
import static io.lifeboat.coordinator.gate.Evaluated.reason;
import static io.lifeboat.coordinator.gate.Evaluated.seconds;
import static io.lifeboat.coordinator.gate.Evaluated.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.CheckResult.Verdict;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.GateOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataCheckTest {

    private static final Act COMMANDER = new Act("commander", "that was the purge");
    private static final Act OWNER = new Act("data-owner", "the purge's own count says the same");
    private static final DataCondition DAMAGED = new DataCondition.Damaged(
            DisasterClass.MASS_DELETION, "volume, as office sees it: 4 rows of 1000", seconds(90));

    @Test
    void shouldVetoWhateverElseIsSoAndWhoeverSaysYes() {
        GateDecision decision = expect(lost().data(DAMAGED).approved(COMMANDER, OWNER), GateOutcome.VETO, "data");

        assertThat(decision.disasterClass()).isEqualTo(DisasterClass.MASS_DELETION);
        assertThat(reason(decision, "data")).contains("4 rows of 1000").contains("The commander and a second person");
    }

    @Test
    void shouldNotOfferARestoreIntoTheHandsOfThoseWhoDidIt() {
        DataCondition ransom =
                new DataCondition.Damaged(DisasterClass.RANSOMWARE, "keys, as office sees it: disabled", seconds(90));

        GateDecision decision = expect(lost().data(ransom).approved(COMMANDER, OWNER), GateOutcome.VETO, "data");

        assertThat(decision.disasterClass()).isEqualTo(DisasterClass.RANSOMWARE);
        assertThat(reason(decision, "data")).contains("into an account of its own");
    }

    @Test
    void shouldNotLetOnePersonsDeclarationLiftTheVeto() {
        expect(lost().data(DAMAGED).declared(DisasterClass.REGION_OUTAGE), GateOutcome.VETO, "data");
    }

    @Test
    void shouldAskOnePersonWhenItBeganInItsMaintenanceWindow() {
        DataCondition purge = new DataCondition.Expected("deletions, as office sees it: 5000 rows", seconds(40));

        expect(lost().data(purge), GateOutcome.AWAIT_APPROVAL, "data");
        assertThat(Gate.evaluate(lost().data(purge).approved(COMMANDER).build()).outcome())
                .isEqualTo(GateOutcome.PROCEED);
    }

    @Test
    void shouldPassOnceTheTwoHaveReclassifiedIt() {
        GateDecision decision = Gate.evaluate(
                lost().data(new DataCondition.Reclassified("that was the purge", List.of(COMMANDER, OWNER)))
                        .declared(DisasterClass.REGION_OUTAGE)
                        .build());

        assertThat(verdict(decision, "data")).isEqualTo(Verdict.PASS);
        assertThat(reason(decision, "data")).contains("commander and data-owner");
        assertThat(decision.outcome()).isEqualTo(GateOutcome.PROCEED);
    }
}
