package io.lifeboat.coordinator.card;

import io.lifeboat.coordinator.card.Asked.Answer;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.ExecutionState;
import io.lifeboat.coordinator.execution.PauseCause;
import io.lifeboat.coordinator.execution.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an execution asks of people: the first step that waits for one comes before everything else. */
final class AskedByExecution {

    private AskedByExecution() {}

    static Asked of(Execution execution) {
        String path = "/executions/" + execution.ref().executionId();
        List<Answer> answers = new ArrayList<>();
        Optional<String> waiting = waiting(execution);
        waiting.ifPresent(step -> answers.addAll(aboutStep(execution, path + "/steps/" + step)));
        if (waiting.isEmpty() && execution.state() instanceof ExecutionState.Paused) {
            answers.add(Answer.say("let it go on", path + "/resume"));
        }
        if (execution.state() instanceof ExecutionState.Running) {
            answers.add(Answer.say("start no further step for now", path + "/pause"));
        }
        if (mayBeAborted(execution.state())) {
            answers.add(Answer.say("give it up; steps under way are followed to their end", path + "/abort"));
        }
        answers.add(Answer.look("its steps, and all that may be said now", path));
        return new Asked(waiting.map(step -> question(execution, step)).orElseGet(() -> says(execution)), answers);
    }

    private static Optional<String> waiting(Execution execution) {
        if (!(execution.state() instanceof ExecutionState.Open)) {
            return Optional.empty();
        }
        return execution.stepsThat(step -> step instanceof StepState.NeedsPerson).stream()
                .findFirst()
                .or(() -> execution.failed().stream().findFirst());
    }

    private static String question(Execution execution, String step) {
        StepState state = execution.step(step);
        return state instanceof StepState.Failed failed
                ? "Step %s failed: %s. %s.".formatted(step, failed.detail(), failed.remedy())
                : "Step %s waits for a person: %s.".formatted(step, state.detail());
    }

    private static List<Answer> aboutStep(Execution execution, String path) {
        Answer done = Answer.say("it is so, or is accepted", path + "/done");
        Answer retry = Answer.say("try it again", path + "/retry");
        Answer skip = Answer.say("go on without it", path + "/skip");
        return execution.failed().isEmpty() ? List.of(done, skip) : List.of(retry, done, skip);
    }

    private static boolean mayBeAborted(ExecutionState state) {
        return state instanceof ExecutionState.Running || state instanceof ExecutionState.Paused;
    }

    private static String says(Execution execution) {
        return switch (execution.state()) {
            case ExecutionState.Running running -> "Nothing. It is being recovered.";
            case ExecutionState.Paused paused ->
                "The execution is paused: %s."
                        .formatted(
                                paused.causes().stream().map(PauseCause::reason).collect(Collectors.joining("; ")));
            case ExecutionState.Aborting aborting -> "Nothing. The execution is being aborted.";
            case ExecutionState.Aborted aborted -> "Nothing yet. The execution was aborted.";
            case ExecutionState.Completed completed ->
                "Nothing. The execution is complete; the incident closes once everybody is served again.";
        };
    }
}
