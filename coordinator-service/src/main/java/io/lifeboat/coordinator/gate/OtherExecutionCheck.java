package io.lifeboat.coordinator.gate;

import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.coordinator.signal.View;
import java.util.List;

/**
 * One failover per disaster: whether the application's slot is free, or held by what gives way to a disaster. That starts
 * nothing more once the gate proceeds, and what it has in flight is waited for, so that there are never two.
 *
 * <p>What gives way stops tasks and writes of the region it leaves itself. Its own doing is no disaster: where nobody sees the
 * database of that region silent, a person must say that it is one.
 */
final class OtherExecutionCheck implements GateCheck {

    @Override
    public String name() {
        return "execution";
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        OtherExecution other = input.otherExecution();
        if (other == null) {
            return Finding.pass(this, "no other execution is open", null);
        }
        if (other.ending()) {
            return Finding.hold(this, ending(other), null);
        }
        if (!other.givesWay()) {
            return Finding.hold(
                    this,
                    "execution %s is open; it must end, be aborted or be superseded".formatted(other.executionId()),
                    null);
        }
        String givesWay = "execution %s is %s and gives way".formatted(other.executionId(), other.kind());
        return databaseSilent(input)
                ? Finding.pass(this, givesWay, null)
                : Finding.ask(
                        this,
                        1,
                        "%s; nobody sees the database of %s silent, and it stops tasks and writes there itself"
                                .formatted(givesWay, input.active()),
                        null);
    }

    private static String ending(OtherExecution other) {
        String what = other.givesWay()
                ? "execution %s is %s and gives way".formatted(other.executionId(), other.kind())
                : "execution %s starts nothing more".formatted(other.executionId());
        return other.inFlight().isEmpty()
                ? what + "; waiting for its end"
                : what + "; waiting for its steps %s to be known".formatted(String.join(", ", other.inFlight()));
    }

    /** A database that only refuses writes answers still, so a write that fails does not count. */
    private static boolean databaseSilent(GateInput input) {
        return input.evidence().views().stream()
                .filter(View::trusted)
                .flatMap(view -> view.signals().stream())
                .anyMatch(signal -> signal.tier() == Tier.DATABASE
                        && input.active().equals(signal.region())
                        && signal.heartbeat() == null
                        && signal.state() == SignalState.DOWN);
    }
}
