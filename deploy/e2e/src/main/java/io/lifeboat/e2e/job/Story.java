package io.lifeboat.e2e.job;

import io.lifeboat.contract.incident.ApprovalRequested;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.ExecutionPaused;
import io.lifeboat.contract.incident.IncidentClosed;
import io.lifeboat.contract.incident.IncidentOpened;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.e2e.client.TopicTail;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What was heard on the topics so far, told line by line, and a way to wait for a turn of it. */
public final class Story {

    private final PrintStream out;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heardMore = lock.newCondition();
    private final List<Record> told = new ArrayList<>();
    private final Map<String, SignalSnapshot> sights = new HashMap<>();
    private @Nullable Instant fault;

    public Story(PrintStream out) {
        this.out = out;
    }

    /** Takes in a message, and tells it once the fault began. */
    public void hear(TopicTail.Heard heard) {
        locked(() -> {
            if (heard.message() instanceof SignalSnapshot snapshot) {
                sights.put(snapshot.vantage(), snapshot);
            } else {
                told.add(heard.message());
                if (fault != null) {
                    Storyteller.tell(heard.message())
                            .ifPresent(line -> out.println(line.at(Duration.between(fault, heard.at()))));
                }
            }
            heardMore.signalAll();
        });
    }

    /** Says something of the sandbox's own. */
    public void say(String what) {
        locked(() -> out.println(new Storyteller.Line("sandbox", what)
                .at(fault == null ? Duration.ZERO : Duration.between(fault, Instant.now()))));
    }

    /** From here on the clock runs, and everything is told; what was before is another story. */
    public void faultBegins() {
        locked(() -> {
            fault = Instant.now();
            told.clear();
        });
    }

    /** Whether no incident is open: a busy machine may have seen something already that was none. */
    public boolean quiet() {
        lock.lock();
        try {
            long opened = told.stream().filter(IncidentOpened.class::isInstance).count();
            long closed = told.stream().filter(IncidentClosed.class::isInstance).count();
            return opened == closed;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is so. */
    public boolean await(BooleanSupplier so, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        lock.lock();
        try {
            while (!so.getAsBoolean()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                heardMore.await(Math.min(left, TimeUnit.MILLISECONDS.toNanos(250)), TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Whether each of these vantages sees clearly that all is up. */
    public boolean allUpFrom(Set<String> vantages) {
        return vantages.stream().allMatch(vantage -> Optional.ofNullable(sights.get(vantage))
                .filter(snapshot -> snapshot.sight() == Sight.CLEAR)
                .filter(snapshot -> !snapshot.signals().isEmpty())
                .filter(snapshot -> snapshot.signals().stream().allMatch(signal -> signal.state() == SignalState.UP))
                .isPresent());
    }

    /** What each vantage sees that is not up, for an error message. */
    public String notUp() {
        StringBuilder text = new StringBuilder();
        sights.forEach((vantage, snapshot) -> {
            text.append(vantage).append(": sight ").append(snapshot.sight());
            snapshot.signals().stream()
                    .filter(signal -> signal.state() != SignalState.UP)
                    .forEach(signal -> text.append("; ")
                            .append(signal.watch())
                            .append(' ')
                            .append(signal.region() == null ? "" : signal.region())
                            .append(' ')
                            .append(signal.state())
                            .append(" (")
                            .append(signal.reason())
                            .append(')'));
            text.append('\n');
        });
        return text.isEmpty() ? "no vantage has said anything" : text.toString();
    }

    public Optional<IncidentOpened> incident() {
        return newest(IncidentOpened.class);
    }

    public Optional<ExecutionOpened> execution() {
        return newest(ExecutionOpened.class);
    }

    public Optional<ExecutionPaused> pausedByFailure() {
        return newest(ExecutionPaused.class).filter(paused -> paused.act() == null);
    }

    public Optional<ApprovalRequested> question() {
        return newest(ApprovalRequested.class);
    }

    /** The end of the disaster; that of an incident which was opened before it may be told late, and is another story. */
    public Optional<IncidentClosed> closed() {
        return newest(IncidentClosed.class).filter(closed -> incident()
                .filter(opened -> opened.incidentId().equals(closed.incidentId()))
                .isPresent());
    }

    private <T extends Record> Optional<T> newest(Class<T> type) {
        lock.lock();
        try {
            return told.stream().filter(type::isInstance).map(type::cast).reduce((earlier, later) -> later);
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
