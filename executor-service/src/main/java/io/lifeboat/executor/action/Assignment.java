package io.lifeboat.executor.action;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.plan.Datasource;
import java.util.Map;

/**
 * One command with its parameters read.
 *
 * @param command the command
 * @param parameters of the action
 * @param <P> the action's parameters
 */
public record Assignment<P>(RunStep command, P parameters) {

    /** The region that was active. */
    public String from() {
        return command.from();
    }

    /** The region to be served from. */
    public String to() {
        return command.to();
    }

    /**
     * A datasource of the plan.
     *
     * @throws InvalidParameterException when the plan has none of that name
     */
    public Datasource datasource(String name) {
        Map<String, Datasource> known = command.datasources();
        Datasource datasource = known.get(name);
        if (datasource == null) {
            throw new InvalidParameterException(
                    "datasource", "the plan has no datasource " + name, "use one of " + known.keySet());
        }
        return datasource;
    }

    /**
     * The identity of what this step tells the outside: the same for every attempt, so that a receiver can drop what it
     * has already seen.
     */
    public String notificationId() {
        return command.executionId() + "/" + command.stepId();
    }
}
