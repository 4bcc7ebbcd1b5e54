package io.lifeboat.coordinator.gate;

import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.CheckResult.Verdict;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one check found, and how many different people may lift it.
 *
 * @param result what is journaled
 * @param keys how many people must say yes where the verdict is ask; else 0
 */
public record Finding(CheckResult result, int keys) {

    static Finding pass(GateCheck check, String reason, @Nullable Duration age) {
        return of(check, Verdict.PASS, reason, age, 0);
    }

    static Finding ask(GateCheck check, int keys, String reason, @Nullable Duration age) {
        return of(check, Verdict.ASK, reason, age, keys);
    }

    static Finding hold(GateCheck check, String reason, @Nullable Duration age) {
        return of(check, Verdict.HOLD, reason, age, 0);
    }

    static Finding unknown(GateCheck check, String reason, @Nullable Duration age) {
        return of(check, Verdict.UNKNOWN, reason, age, 0);
    }

    static Finding veto(GateCheck check, String reason, @Nullable Duration age) {
        return of(check, Verdict.VETO, reason, age, 0);
    }

    private static Finding of(GateCheck check, Verdict verdict, String reason, @Nullable Duration age, int keys) {
        return new Finding(new CheckResult(check.name(), verdict, reason, age), keys);
    }

    /** The verdict. */
    public Verdict verdict() {
        return result.verdict();
    }
}
