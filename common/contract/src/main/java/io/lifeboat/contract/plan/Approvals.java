package io.lifeboat.contract.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * Who must say yes.
 *
 * @param count how many different people
 * @param within how long the question stands
 * @param otherwise what happens when nobody answers
 */
public record Approvals(int count, Duration within, Otherwise otherwise) {

    public static final Approvals DEFAULT = new Approvals(1, Duration.ofMinutes(10), Otherwise.ESCALATE);

    public Approvals {
        count = count == 0 ? 1 : count;
        within = within == null ? Duration.ofMinutes(10) : within;
        otherwise = otherwise == null ? Otherwise.ESCALATE : otherwise;
    }

    /** What happens to a question nobody answered. */
    public enum Otherwise {
        /** It stands, and is asked again. */
        @JsonProperty("hold")
        HOLD,
        /** It is asked again, of more people. */
        @JsonProperty("escalate")
        ESCALATE
    }
}
