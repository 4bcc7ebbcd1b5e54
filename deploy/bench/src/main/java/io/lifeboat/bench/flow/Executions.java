package io.lifeboat.bench.flow;

import io.lifeboat.contract.Topic;
import io.lifeboat.contract.envelope.Received;
import io.lifeboat.contract.incident.ExecutionCompleted;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.IncidentClosed;
import io.lifeboat.contract.step.StepEvent;
import io.lifeboat.contract.step.StepStarted;
import io.lifeboat.contract.step.StepSucceeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the topics say of executions, and when it was here by this machine's monotonic clock. */
public final class Executions implements AutoCloseable {

    private final Tail tail;
    private final Map<String, Long> opened = new ConcurrentHashMap<>();
    private final Map<String, Long> started = new ConcurrentHashMap<>();
    private final Map<String, Long> completed = new ConcurrentHashMap<>();
    private final Map<String, Long> closed = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> progress = new ConcurrentHashMap<>();
    private final Map<String, Integer> successes = new ConcurrentHashMap<>();

    public Executions(String bootstrap) {
        this.tail = new Tail(
                bootstrap,
                List.of(
                        Topic.INCIDENT_EVENTS.wireName(),
                        Topic.FAILOVER_COMMANDS.wireName(),
                        Topic.STEP_EVENTS.wireName()),
                this::hear);
    }

    /** Forgets everything heard. */
    public void forget() {
        List.of(opened, started, completed, closed, progress, successes).forEach(Map::clear);
    }

    public Map<String, Long> opened() {
        return opened;
    }

    /** When the first step of each application was first looked at. */
    public Map<String, Long> started() {
        return started;
    }

    public Map<String, Long> completed() {
        return completed;
    }

    /** Applications whose incident closed. */
    public Set<String> closed() {
        return closed.keySet();
    }

    /** When commands and step events of each application were here. */
    public Map<String, List<Long>> progress() {
        return progress;
    }

    /** Steps of which success was told more than once. */
    public long toldTwice() {
        return successes.values().stream().filter(times -> times > 1).count();
    }

    @Override
    public void close() {
        tail.close();
    }

    private void hear(Tail.Heard heard) {
        Received message = heard.message();
        String application = message.application();
        switch (message.body()) {
            case ExecutionOpened opening -> opened.put(application, heard.nanos());
            case ExecutionCompleted completion -> completed.put(application, heard.nanos());
            case IncidentClosed closing -> closed.put(application, heard.nanos());
            default -> {}
        }
        if (message.body() instanceof StepStarted) {
            started.putIfAbsent(application, heard.nanos());
        }
        if (message.body() instanceof StepSucceeded success) {
            successes.merge(success.ref().executionId() + "/" + success.ref().stepId(), 1, Integer::sum);
        }
        if (message.body() instanceof StepEvent || message.type().topic() == Topic.FAILOVER_COMMANDS) {
            progress.merge(application, List.of(heard.nanos()), (before, now) -> {
                List<Long> both = new ArrayList<>(before);
                both.addAll(now);
                return both;
            });
        }
    }
}
