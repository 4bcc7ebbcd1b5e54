package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Observation.Done;
import io.lifeboat.executor.action.Observation.Extent;
import io.lifeboat.executor.action.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * Whether a fence that was pending has met the region that returns. It waits for the tasks to answer, even when the
     * database there refuses writes already: they hold connections, and a database that is made anew gives them others.
     *
     * @param region the region left
     * @param openBefore whether the old writer accepted writes at any look before the tasks were stopped
     */
    Observation armed(String region, boolean openBefore) {
        return switch (tasks) {
            case OPEN ->
                new Observation.NotStarted(
                        STOP_TASKS,
                        "stop the application's tasks in " + region,
                        Evidence.memo(openBefore || writer == Part.OPEN));
            case CLOSING -> Observation.inProgress("the application's tasks in %s are stopping".formatted(region));
            case CLOSED ->
                writer == Part.UNREACHABLE
                        ? new Observation.NotSo(
                                "the application's tasks in %s are stopped; nobody saw yet whether the old writer accepts writes"
                                        .formatted(region),
                                "nothing; or look at the database, and say so")
                        : fenced(region, openBefore || writer == Part.OPEN);
            case UNREACHABLE -> waiting(region);
            case UNNAMED ->
                switch (writer) {
                    case CLOSED -> fenced(region, openBefore);
                    case OPEN, CLOSING ->
                        new Observation.NotSo(
                                "the old writer in %s answers and accepts writes, and the plan names no tasks to stop"
                                        .formatted(region),
                                "stop what writes there");
                    case UNREACHABLE, UNNAMED -> waiting(region);
                };
        };
    }

    private Observation fenced(String region, boolean open) {
        String detail = "%s: the application's tasks are %s, the old writer is %s%s"
                .formatted(
                        region,
                        words(tasks),
                        words(writer),
                        open ? "; it accepted writes after the region had returned: SPLIT BRAIN" : "");
        return new Done(Extent.WHOLE, detail, Evidence.of(tasks, writer, open), List.of());
    }

    private static Observation waiting(String region) {
        return new Observation.NotSo(
                "armed: %s does not answer; its tasks are stopped as soon as it does".formatted(region),
                "nothing; or stop the tasks by hand, and say so");
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

    /** What an armed fence keeps of what it saw. */
    static final class Evidence {

        private static final String OPEN_ON_RETURN = "oldWriterOpenOnReturn";

        private Evidence() {}

        static ObjectNode memo(boolean open) {
            return JsonNodeFactory.instance.objectNode().put(OPEN_ON_RETURN, open);
        }

        static ObjectNode of(Part tasks, Part writer, boolean open) {
            return memo(open).put("tasks", words(tasks)).put("oldWriter", words(writer));
        }

        static boolean openBefore(@Nullable Sent sent) {
            return sent != null && sent.memo().path(OPEN_ON_RETURN).asBoolean(false);
        }
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
