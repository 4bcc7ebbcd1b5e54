package io.lifeboat.executor.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.InvalidParameterException;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.action.Tempo;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import org.jspecify.annotations.Nullable;

/** An action together with what it is to do. */
final class Work<P> {

    private final Action<P> action;
    private final Assignment<P> assignment;

    private Work(Action<P> action, Assignment<P> assignment) {
        this.action = action;
        this.assignment = assignment;
    }

    static <P> Work<P> of(Action<P> action, RunStep command) {
        return new Work<>(action, new Assignment<>(command, action.read(new Parameters(command.with()))));
    }

    Repeat repeat() {
        return action.repeat(assignment.parameters());
    }

    Tempo tempo() {
        return action.tempo();
    }

    /** Looks; a look that fails is an unknown. */
    Observation look(@Nullable Sent sent) {
        try {
            return action.observe(assignment, sent);
        } catch (CallFailedException e) {
            return new Observation.Unknown(e.errorClass(), e.detail(), e.remedy());
        } catch (InvalidParameterException e) {
            return new Observation.Unknown(ErrorClass.INVALID_INPUT, e.getMessage(), "correct the plan");
        }
    }

    void check() {
        action.check(assignment);
    }

    JsonNode apply(Observation.NotStarted next, Permit permit) {
        return action.apply(assignment, next, permit);
    }
}
