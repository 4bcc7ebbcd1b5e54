package io.lifeboat.coordinator.gate;

import static io.lifeboat.coordinator.gate.Evaluated.expect;
import static io.lifeboat.coordinator.gate.Evaluated.lost;
import static io.lifeboat.coordinator.gate.Evaluated.reason;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.coordinator.memory.ApplicationMemory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the gate makes of a database that was restored. */
class MemoryCheckTest {

    private static final Act ON_CALL = new Act("on-call", "seen it myself");
    private static final Act COMMANDER = new Act("commander", "seen it too");

    @Test
    void shouldHoldUntilTheVantagesHaveSpokenSinceTheRestore() {
        expect(lost().memory(restored(Duration.ZERO, HOME, null)), GateOutcome.HOLD, "memory");
        assertThat(Gate.evaluate(lost().memory(restored(Duration.ofMinutes(1), HOME, null))
                                .build())
                        .outcome())
                .isEqualTo(GateOutcome.PROCEED);
    }

    /** Failed over, failed back, and forgotten that: who is sure must look where it is, and say so. */
    @Test
    void shouldHoldAContradictionWhoeverApproves() {
        GateDecision decision = expect(
                lost().memory(restored(Duration.ofMinutes(1), OTHER, null)).approved(ON_CALL, COMMANDER),
                GateOutcome.HOLD,
                "memory");

        assertThat(reason(decision, "memory")).contains(OTHER, HOME, "POST /applications/shop/memory");
    }

    @Test
    void shouldGoOnOnceAPersonHasSaidWhatIsRight() {
        ApplicationMemory told = restored(Duration.ofMinutes(1), OTHER, "dba says that what the vantages see is right");

        assertThat(Gate.evaluate(lost().memory(told).build()).outcome()).isEqualTo(GateOutcome.PROCEED);
    }

    private static ApplicationMemory restored(Duration ago, String remembered, String mended) {
        return new ApplicationMemory(2, ago, List.of(remembered), mended);
    }
}
