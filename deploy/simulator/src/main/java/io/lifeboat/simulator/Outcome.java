package io.lifeboat.simulator;

import io.lifeboat.simulator.engine.Trace;
import java.util.List;

/**
 * How a world ended.
 *
 * @param options what it was like
 * @param violations what was broken; empty in a good run
 * @param told what happened
 * @param events how many events there were
 * @param seconds how much time was turned
 * @param facts what came of it, in numbers
 */
public record Outcome(Options options, List<String> violations, Trace told, long events, long seconds, Facts facts) {

    /**
     * What came of it.
     *
     * @param incidents how many were opened
     * @param executions how many were opened
     * @param rehearsals how many of these are rehearsals
     * @param gaveWay how many of those gave way to a disaster
     * @param failovers how often a writer was moved
     * @param recovered how many incidents ended recovered
     * @param asked how many questions wait for a person
     */
    public record Facts(
            int incidents, int executions, int rehearsals, int gaveWay, int failovers, int recovered, int asked) {}

    /** What happened, line by line. */
    public List<String> trace() {
        return told.lines();
    }

    private String test() {
        return switch (options.kind()) {
            case WHOLE -> "WholeTest";
            case REHEARSED -> "LostWhileRehearsingTest";
            case MESSAGES -> "MessagesTest";
        };
    }

    public boolean good() {
        return violations.isEmpty();
    }

    /** All there is to say of a broken promise: what, the options, the trace, and how to see it again. */
    public String report() {
        return """
                seed %d broke a promise
                %s
                %s
                replay: mvn -pl deploy/simulator test -Dtest=%s -Dlifeboat.seed=%d
                trace:
                %s""".formatted(
                        options.seed(),
                        String.join("\n", violations),
                        options,
                        test(),
                        options.seed(),
                        String.join("\n", trace()));
    }
}
