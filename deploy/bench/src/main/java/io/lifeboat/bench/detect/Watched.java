package io.lifeboat.bench.detect;

import io.lifeboat.bench.flow.Tail;
import io.lifeboat.bench.room.Vantages;
import io.lifeboat.contract.Topic;
import io.lifeboat.contract.envelope.Received;
import io.lifeboat.contract.incident.CheckResult.Verdict;
import io.lifeboat.contract.incident.GateEvaluated;
import io.lifeboat.contract.incident.IncidentClosed;
import io.lifeboat.contract.incident.IncidentOpened;
import io.lifeboat.contract.outage.OutageConfirmed;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.contract.signal.SignalState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What detectors and coordinator say of the watched target, and when it was here. */
final class Watched implements AutoCloseable {

    private final Tail tail;
    private final Map<String, Long> confirmed = new ConcurrentHashMap<>();
    private final Map<String, Long> agreed = new ConcurrentHashMap<>();
    private final Map<String, Boolean> closed = new ConcurrentHashMap<>();
    private final Map<String, Boolean> allUp = new ConcurrentHashMap<>();
    private final AtomicInteger incidents = new AtomicInteger();

    Watched(String bootstrap) {
        this.tail = new Tail(
                bootstrap,
                List.of(Topic.INCIDENT_EVENTS.wireName(), Topic.OUTAGE_EVENTS.wireName(), Topic.SIGNALS.wireName()),
                this::hear);
    }

    /** Whether both vantages see everything up. */
    boolean up(Collection<String> applications) {
        return applications.stream().allMatch(application -> Vantages.ALL.stream()
                .allMatch(vantage -> allUp.getOrDefault(application + "/" + vantage, false)));
    }

    /** When the first of the vantages had confirmed it, by application. */
    Map<String, Long> confirmed() {
        return confirmed;
    }

    /** When the gate's check of the quorum first passed, by application. */
    Map<String, Long> agreed() {
        return agreed;
    }

    boolean closed(Collection<String> applications) {
        return closed.keySet().containsAll(applications);
    }

    /** How many incidents were opened in all. */
    int incidents() {
        return incidents.get();
    }

    void forget() {
        List.of(confirmed, agreed, closed).forEach(Map::clear);
    }

    @Override
    public void close() {
        tail.close();
    }

    private void hear(Tail.Heard heard) {
        Received message = heard.message();
        String application = message.application();
        switch (message.body()) {
            case IncidentOpened opening -> incidents.incrementAndGet();
            case OutageConfirmed confirmation -> confirmed.putIfAbsent(application, heard.nanos());
            case IncidentClosed closing -> closed.put(application, true);
            case GateEvaluated evaluation when quorum(evaluation) -> agreed.putIfAbsent(application, heard.nanos());
            case SignalSnapshot snapshot ->
                allUp.put(
                        application + "/" + snapshot.vantage(),
                        snapshot.signals().stream().allMatch(signal -> signal.state() == SignalState.UP));
            default -> {}
        }
    }

    private static boolean quorum(GateEvaluated evaluation) {
        return evaluation.checks().stream()
                .anyMatch(check -> check.check().equals("quorum") && check.verdict() == Verdict.PASS);
    }
}
