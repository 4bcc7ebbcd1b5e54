package io.lifeboat.contract.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One check of the gate: what it found, why, and how old what it looked at was.
 *
 * @param check the check's name
 * @param verdict what it found
 * @param reason why, in words that name the evidence
 * @param evidenceAge age of the oldest evidence it rests on; null when it rests on none
 */
public record CheckResult(
        String check,
        Verdict verdict,
        String reason,
        @Nullable Duration evidenceAge) {

    /** What a check found. Unknown never counts as pass. */
    public enum Verdict {
        @JsonProperty("pass")
        PASS,
        @JsonProperty("ask")
        ASK,
        @JsonProperty("hold")
        HOLD,
        @JsonProperty("veto")
        VETO,
        @JsonProperty("unknown")
        UNKNOWN
    }
}
