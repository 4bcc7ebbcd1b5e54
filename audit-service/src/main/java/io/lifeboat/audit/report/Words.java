package io.lifeboat.audit.report;

import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.GateEvaluated;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values are put into words; what is not known is said to be unknown. */
final class Words {

    private static final String UNKNOWN = "unknown";

    private Words() {}

    static String of(@Nullable Duration duration) {
        return duration == null ? UNKNOWN : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    static String of(@Nullable Instant instant) {
        return instant == null
                ? UNKNOWN
                : instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** A constant as it is written on the wire, for example {@code await-approval}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> openChecks(GateEvaluated evaluation) {
        return evaluation.checks().stream()
                .filter(check -> check.verdict() != CheckResult.Verdict.PASS)
                .map(check -> check.check() + " " + of(check.verdict()) + ": " + check.reason())
                .toList();
    }
}
