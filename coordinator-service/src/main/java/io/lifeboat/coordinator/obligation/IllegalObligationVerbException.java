package io.lifeboat.coordinator.obligation;

/** The verb cannot be said to the obligation as it stands. */
public class IllegalObligationVerbException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IllegalObligationVerbException(ObligationVerb verb, Obligation obligation) {
        super("cannot %s what is %s already"
                .formatted(verb.name(), obligation.state().name()));
    }
}
