package io.lifeboat.coordinator.execution;

import java.util.ArrayList;
import java.util.List;

/**
 * Something of an execution that waits for a person.
 *
 * @param id one for each thing that waits, however often it is asked
 * @param text what is asked, and how to answer
 */
public record Question(String id, String text) {

    /** Everything that waits for a person as an execution stands. What a person paused waits for nobody else. */
    public static List<Question> of(Execution execution) {
        return switch (execution.state()) {
            case ExecutionState.Running running -> asked(execution);
            case ExecutionState.Paused paused -> {
                List<Question> all = new ArrayList<>(asked(execution));
                paused.causes().stream()
                        .filter(cause ->
                                cause.kind() != PauseCause.Kind.PERSON && cause.kind() != PauseCause.Kind.STOPPED)
                        .forEach(cause -> all.add(about(execution, cause)));
                yield List.copyOf(all);
            }
            case ExecutionState.Aborting aborting -> unknown(execution, aborting);
            case ExecutionState.Closed closed -> List.of();
        };
    }

    private static List<Question> asked(Execution execution) {
        List<Question> all = new ArrayList<>();
        execution.steps().forEach((step, state) -> {
            if (state instanceof StepState.NeedsPerson waiting && !waiting.overdue()) {
                all.add(new Question(
                        id(execution, step),
                        "step %s asks %s: %s (answer with done, retry or skip)"
                                .formatted(
                                        step, waiting.who().isEmpty() ? "anyone" : waiting.who(), waiting.question())));
            }
        });
        return all;
    }

    private static Question about(Execution execution, PauseCause cause) {
        String step = cause.stepId();
        if (step == null) {
            return new Question(execution.ref().executionId() + "/" + cause.kind(), cause.reason());
        }
        boolean ended = cause.kind() != PauseCause.Kind.STEP_FAILED && execution.endedWell(step);
        String text = ended ? "step %s has ended meanwhile: resume".formatted(step) : cause.reason();
        return new Question(id(execution, step), text);
    }

    private static List<Question> unknown(Execution execution, ExecutionState.Aborting aborting) {
        return execution.steps().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof StepState.Indeterminate unclear
                        && (unclear.asked() || aborting.overdue()))
                .map(entry -> new Question(
                        id(execution, entry.getKey()),
                        "%s waits for step %s (%s): look at the resource, then say done if it is so, or skip%s"
                                .formatted(
                                        waits(execution, aborting),
                                        entry.getKey(),
                                        aborting.overdue()
                                                ? "not known in time"
                                                : entry.getValue().detail(),
                                        aborting.ending() == Ending.SUPERSEDED
                                                ? "; it must be another person than "
                                                        + aborting.act().who()
                                                : "")))
                .toList();
    }

    private static String waits(Execution execution, ExecutionState.Aborting aborting) {
        return switch (aborting.ending()) {
            case ABORTED -> "the abort";
            case GAVE_WAY -> "a disaster of " + execution.ref().application();
            case SUPERSEDED -> "the execution in place of this one";
        };
    }

    private static String id(Execution execution, String step) {
        return execution.ref().executionId() + "/" + step + "/"
                + execution.step(step).attempt();
    }
}
