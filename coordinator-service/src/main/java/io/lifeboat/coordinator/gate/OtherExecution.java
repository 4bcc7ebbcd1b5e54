package io.lifeboat.coordinator.gate;

import java.util.List;

/**
 * The execution that holds the application's slot.
 *
 * @param executionId the execution
 * @param kind what it is, in words, for example {@code a rehearsal}
 * @param givesWay whether it gives way to a disaster
 * @param ending whether it starts nothing more, and ends once what it has in flight is known
 * @param inFlight the steps an executor has, or may have
 */
public record OtherExecution(String executionId, String kind, boolean givesWay, boolean ending, List<String> inFlight) {

    public OtherExecution {
        inFlight = List.copyOf(inFlight);
    }
}
