package io.lifeboat.contract.command;

/** What an executor is told. */
public sealed interface Command permits RunStep, RetireEpoch {

    /** Unique; the CloudEvents id. */
    String commandId();

    /** The application, and so the message's key. */
    String application();

    /** The execution. */
    String executionId();

    /** Its fencing number; an older one is refused. */
    long epoch();
}
