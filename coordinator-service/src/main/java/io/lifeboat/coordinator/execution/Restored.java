package io.lifeboat.coordinator.execution;

import java.time.Instant;
import java.util.List;

/**
 * What a restore of the database makes of an execution that is open in it: it may have come to its end, and its effect may have
 * been undone since. It starts nothing more until a person has looked, and nobody knows of what is in flight.
 */
public final class Restored {

    /** The machine's own repeats may follow one another without a wait; there are fewer of them. */
    private static final int REPEATS = 10;

    private static final int MOST = 2_000_000_000;

    private Restored() {}

    /**
     * The turn it makes; none when the execution has come to terms with that memory already.
     *
     * @param memory the number of the database's recollection now
     * @param now the database's time
     */
    public static Turn on(Execution execution, long memory, Instant now) {
        if (execution.recalled().memory() >= memory || execution.state() instanceof ExecutionState.Closed) {
            return Turn.of(execution);
        }
        Turn turn = Turn.of(execution.recalling(new Recalled(memory, forgottenAttempts(execution, now))));
        List<String> inFlight = execution.inFlight();
        for (String step : inFlight) {
            if (execution.step(step) instanceof StepState.InFlight state) {
                turn = turn.step(
                        step,
                        state.unclear(now, "the database was restored, and may have forgotten what became of it")
                                .askedNow());
            }
        }
        return turn.pause(PauseCause.restored(reason(execution, inFlight)));
    }

    /**
     * A step is attempted less than once a second. So no attempt that was forgotten has a number above the seconds since the
     * execution was opened, which its epoch tells.
     */
    private static int forgottenAttempts(Execution execution, Instant now) {
        int known = execution.steps().values().stream()
                .mapToInt(StepState::attempt)
                .max()
                .orElse(0);
        long age = now.getEpochSecond() - execution.ref().epoch();
        return Math.clamp(Math.max(known, age) + REPEATS, 0, MOST);
    }

    private static String reason(Execution execution, List<String> inFlight) {
        String unknown =
                inFlight.isEmpty() ? "" : "; what became of %s is not known".formatted(String.join(", ", inFlight));
        return "the database was restored: this execution of %s may have ended, and been undone, since%s. Look where the"
                        .formatted(execution.ref().application(), unknown)
                + " application is. Then resume (what is in flight is commanded anew, what cannot be taken back is asked"
                + " about), say retry, skip or done of a step, abort, or supersede";
    }
}
