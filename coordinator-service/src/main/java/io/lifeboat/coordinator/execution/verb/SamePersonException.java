package io.lifeboat.coordinator.execution.verb;

/** Who superseded an execution is not the one to say what became of its steps. */
public class SamePersonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SamePersonException(String who, String step) {
        super("%s superseded the execution, and step %s is not known to have ended".formatted(who, step));
    }
}
