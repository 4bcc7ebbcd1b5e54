package io.lifeboat.bench.scenario;

import io.lifeboat.contract.Topic;
import io.lifeboat.contract.envelope.MessageType;
import io.lifeboat.contract.envelope.Received;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.contract.incident.IncidentClosed;
import io.lifeboat.contract.incident.IncidentOpened;
import io.lifeboat.simulator.scenario.Decided;
import io.lifeboat.simulator.scenario.Hearing;
import io.lifeboat.simulator.scenario.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the topics say of one scenario's application, beside what the scenario expects. Heard on one thread, asked on another. */
final class LiveHearing {

    private final LiveScenario live;
    private final Began began;
    private final Hearing hearing = new Hearing();
    private final Set<String> open = new LinkedHashSet<>();
    private final Set<String> executions = new LinkedHashSet<>();
    private final List<String> commands = new ArrayList<>();
    private final Map<Object, String> unsaid = new LinkedHashMap<>();
    private final List<String> surprises = new ArrayList<>();

    LiveHearing(LiveScenario live, Began began) {
        this.live = live;
        this.began = began;
    }

    /**
     * A message of the application.
     *
     * @param nanos when it was here, by this machine's monotonic clock
     */
    synchronized void hear(long nanos, Received message) {
        hearing.hear(began.until(nanos), message.body());
        switch (message.body()) {
            case IncidentOpened opened -> open.add(opened.incidentId());
            case IncidentClosed closed -> open.remove(closed.incidentId());
            case ExecutionOpened opened -> executions.add(opened.executionId());
            default -> {}
        }
        MessageType type = message.type();
        if (type.topic() == Topic.FAILOVER_COMMANDS) {
            commands.add(type.wireName());
        }
    }

    /** Whether what is to come is out of the vantages' hands: they need not be heard any more. */
    synchronized boolean opened() {
        return hearing.opened();
    }

    /** Somebody has something to say, and has not yet said it. */
    synchronized void unsaid(Object word, String why) {
        unsaid.put(word, why);
    }

    /** Somebody has said it, and that was as expected. */
    synchronized void said(Object word) {
        unsaid.remove(word);
    }

    /** Something is not as expected, and will not be. */
    synchronized void surprise(String what) {
        surprises.add(what);
    }

    /** What is not as expected so far, in words; with what the gate said, so that a person can tell why. */
    synchronized List<String> differences() {
        List<String> all = new ArrayList<>(surprises);
        all.addAll(unsaid.values());
        Decided decided = hearing.decided(!open.isEmpty(), all);
        List<String> differences = new ArrayList<>(
                Judgement.of(live.scenario().expect().whenever(), decided).differences());
        boolean proceeds = live.scenario().expect().outcome() == GateOutcome.PROCEED;
        if (executions.size() != (proceeds ? 1 : 0)) {
            differences.add("executions: expected %s, were %s".formatted(proceeds ? "one" : "none", executions));
        }
        if (commands.isEmpty() == proceeds) {
            differences.add("commands: expected %s, were %s".formatted(proceeds ? "some" : "none", commands));
        }
        if (!proceeds && began.elapsed().compareTo(live.lasts()) < 0) {
            differences.add("it is not over");
        }
        if (!differences.isEmpty()) {
            differences.add("the gate said " + decided.turns());
        }
        return differences;
    }
}
