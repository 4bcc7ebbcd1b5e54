package io.lifeboat.bench.recovery;

import io.lifeboat.bench.flow.Executions;
import io.lifeboat.bench.room.People;
import io.lifeboat.bench.room.StepServer;
import io.lifeboat.bench.room.Waiting;
import java.time.Duration;
import java.util.List;

/** Plans under way, and what became of them after a moment. */
record Crash(Executions executions, StepServer server, List<String> applications, People people) {

    private static final Duration CALL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Opens an execution of every application. */
    void open() {
        executions.forget();
        server.forget();
        server.delay(CALL);
        people.approve(applications.stream().map(people::declare).toList());
    }

    /** Until every plan has begun and none has ended. */
    void amid() {
        Waiting.until(
                "every plan to begin",
                PATIENCE,
                () -> executions.started().keySet().containsAll(applications));
    }

    /**
     * When each plan first said something new after a moment, in seconds from another one; of those that had not ended by
     * then.
     */
    List<Double> progressAfter(long moment, long from) {
        List<String> open = applications.stream()
                .filter(application -> !executions.completed().containsKey(application))
                .toList();
        Waiting.until("every plan to progress", PATIENCE, () -> open.stream()
                .allMatch(application -> executions.progress().get(application).getLast() > moment));
        return open.stream()
                .map(application -> executions.progress().get(application).stream()
                        .filter(time -> time > moment)
                        .findFirst()
                        .orElseThrow())
                .map(time -> (time - from) / 1e9)
                .toList();
    }

    /** Until every plan has ended and every incident is closed. */
    void complete() {
        server.delay(Duration.ZERO);
        Waiting.until(
                "every plan to complete", PATIENCE, () -> executions.closed().containsAll(applications));
    }
}
