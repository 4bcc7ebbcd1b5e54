package io.lifeboat.simulator.scenario;

import io.lifeboat.contract.incident.ApprovalRequested;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.GateEvaluated;
import io.lifeboat.contract.incident.IncidentClosed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Listens to what the coordinator tells of one application, until an execution is opened: then the scenario is over. */
public final class Hearing {

    private final List<Turn> turns = new ArrayList<>();
    private final List<Deed> deeds = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private boolean opened;

    /**
     * A message.
     *
     * @param at since the world began
     * @param body what it says; what is no part of a decision is passed over
     */
    public void hear(Duration at, Record body) {
        if (opened) {
            return;
        }
        switch (body) {
            case GateEvaluated said -> turns.add(Turn.of(at, said));
            case ApprovalRequested asked -> deeds.add(Deed.of(at, asked));
            case ExecutionOpened execution -> {
                deeds.add(Deed.of(at, execution));
                opened = true;
            }
            case IncidentClosed end -> closed.add(end.outcome());
            default -> {}
        }
    }

    /** Whether an execution was opened. */
    public boolean opened() {
        return opened;
    }

    /**
     * What came of it so far.
     *
     * @param open whether an incident is open now
     * @param surprises what people said and was refused, or not, against what was expected
     */
    public Decided decided(boolean open, List<String> surprises) {
        return new Decided(turns, deeds, opened, open, closed, surprises);
    }
}
