package io.lifeboat.simulator.scenario;

import java.util.List;

/**
 * What came of a telling.
 *
 * @param turns what the gate said, each time it said something new
 * @param deeds what was done or would have been
 * @param opened whether an execution was opened
 * @param openAtTheEnd whether an incident was still open
 * @param closed how incidents were closed, in order
 * @param surprises what people said and was refused, or not, against what was expected
 */
public record Decided(
        List<Turn> turns,
        List<Deed> deeds,
        boolean opened,
        boolean openAtTheEnd,
        List<String> closed,
        List<String> surprises) {

    public Decided {
        turns = List.copyOf(turns);
        deeds = List.copyOf(deeds);
        closed = List.copyOf(closed);
        surprises = List.copyOf(surprises);
    }
}
