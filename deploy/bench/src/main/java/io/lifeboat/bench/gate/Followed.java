package io.lifeboat.bench.gate;

import io.lifeboat.bench.flow.Tail;
import io.lifeboat.contract.Topic;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.ApprovalRequested;
import io.lifeboat.contract.incident.ExecutionCompleted;
import io.lifeboat.contract.incident.ExecutionOpened;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the topics say of each application, and when it was here by this machine's monotonic clock. */
final class Followed implements AutoCloseable {

    private final Tail tail;
    private final Map<String, Long> asked = new ConcurrentHashMap<>();
    private final Map<String, Long> opened = new ConcurrentHashMap<>();
    private final Map<String, Long> commanded = new ConcurrentHashMap<>();
    private final Map<String, Long> completed = new ConcurrentHashMap<>();
    private final Map<String, Integer> commands = new HashMap<>();
    private final AtomicInteger executions = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    Followed(String bootstrap) {
        this.tail = new Tail(
                bootstrap, List.of(Topic.INCIDENT_EVENTS.wireName(), Topic.FAILOVER_COMMANDS.wireName()), this::hear);
    }

    /** When the gate first asked people. */
    Map<String, Long> asked() {
        return asked;
    }

    Map<String, Long> opened() {
        return opened;
    }

    /** When the first command came. */
    Map<String, Long> commanded() {
        return commanded;
    }

    Map<String, Long> completed() {
        return completed;
    }

    /** How many executions were opened. */
    int executions() {
        return executions.get();
    }

    /** How many were open at once, as told. */
    int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** How many commands came more than once under different ids: one for each step is right. */
    long commandedTwice() {
        synchronized (commands) {
            return commands.values().stream().filter(times -> times > 1).count();
        }
    }

    @Override
    public void close() {
        tail.close();
    }

    private void hear(Tail.Heard heard) {
        String application = heard.application();
        switch (heard.message().body()) {
            case ApprovalRequested question -> asked.putIfAbsent(application, heard.nanos());
            case ExecutionOpened opening -> {
                opened.putIfAbsent(application, heard.nanos());
                executions.incrementAndGet();
                mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            }
            case ExecutionCompleted completion -> {
                completed.putIfAbsent(application, heard.nanos());
                atOnce.decrementAndGet();
            }
            case RunStep command -> {
                commanded.putIfAbsent(application, heard.nanos());
                synchronized (commands) {
                    commands.merge(application + "/" + command.stepId(), 1, Integer::sum);
                }
            }
            default -> {}
        }
    }
}
