package io.lifeboat.executor.action.aws;

import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Observation.Done;
import io.lifeboat.executor.action.Observation.Extent;
import java.util.List;

/**
 * What could be seen of the old writer and of the tasks that write to it.
 *
 * @param tasks the application's tasks in the region left
 * @param writer the database there
 */
record FenceView(Part tasks, Part writer) {

    static final String STOP_TASKS = "stop-tasks";

    /** How one of them is. */
    enum Part {
        /** It can write, or be written to. */
        OPEN,
        /** Told to stop, and not yet stopped. */
        CLOSING,
        /** It cannot. */
        CLOSED,
        /** It does not answer. */
        UNREACHABLE,
        /** The plan names none. */
        UNNAMED
    }

    /** Whether the old writer is fenced, can be, or must wait until its region answers. */
    Observation observe() {
        return switch (tasks) {
            case OPEN -> Observation.notStarted(STOP_TASKS, "stop the application's tasks in the region left");
            case CLOSING -> Observation.inProgress("the application's tasks in the region left are stopping");
            case CLOSED ->
                Observation.done(
                        "the application's tasks in the region left are stopped; its database is " + words(writer));
            case UNREACHABLE, UNNAMED -> withoutTasks();
        };
    }

    private Observation withoutTasks() {
        return switch (writer) {
            case CLOSED -> Observation.done("the old writer refuses writes");
            case OPEN, CLOSING ->
                new Observation.NotSo(
                        "the old writer answers and accepts writes, and the tasks that write to it are " + words(tasks),
                        "stop what writes there, or let two people accept that it is not fenced");
            case UNREACHABLE, UNNAMED ->
                new Done(
                        Extent.PENDING,
                        "the region left does not answer: its tasks are %s, its database is %s"
                                .formatted(words(tasks), words(writer)),
                        null,
                        List.of());
        };
    }

    private static String words(Part part) {
        return switch (part) {
            case OPEN -> "open";
            case CLOSING -> "closing";
            case CLOSED -> "closed";
            case UNREACHABLE -> "out of reach";
            case UNNAMED -> "not named in the plan";
        };
    }
}
