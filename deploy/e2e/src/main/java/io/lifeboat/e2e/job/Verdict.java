package io.lifeboat.e2e.job;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether the shop was saved and whether what was measured is true.
 *
 * @param findings each thing that was looked at
 */
public record Verdict(List<Finding> findings) {

    /**
     * One thing that was looked at.
     *
     * @param ok whether it is as it should be
     * @param what in words, with the numbers
     */
    public record Finding(boolean ok, String what) {}

    /** Whether all is well. */
    public boolean good() {
        return findings.stream().allMatch(Finding::ok);
    }

    /**
     * Holds what was measured against what was lived through.
     *
     * @param recovered whether the incident closed as recovered
     * @param ledgerVerified whether the audit service's chain verifies
     * @param cadence of the entrance watches; recovery times may differ by two of them
     */
    public static Verdict of(
            boolean recovered, boolean ledgerVerified, Measured measured, Lived lived, Duration cadence) {
        double slack = 2 * cadence.toMillis() / 1000.0;
        return new Verdict(List.of(
                new Finding(recovered, recovered ? "the incident closed as recovered" : "the incident did not recover"),
                new Finding(
                        lived.everyoneServed(),
                        lived.everyoneServed()
                                ? "every customer is served again"
                                : "some customers are not served again: " + String.join(", ", lived.notServed())),
                close("RTO of the first customers", measured.first(), lived.first(), slack),
                close("RTO of 99 % of the customers", measured.p99(), lived.p99(), slack),
                close("RTO of the last customers", measured.last(), lived.last(), slack),
                lossHolds(measured, lived),
                new Finding(ledgerVerified, ledgerVerified ? "the ledger verifies" : "the ledger does not verify")));
    }

    private static Finding close(String what, @Nullable Double audited, @Nullable Double lived, double slack) {
        if (audited == null || lived == null) {
            return new Finding(false, what + ": audited " + text(audited) + ", customers " + text(lived));
        }
        boolean ok = Math.abs(audited - lived) <= slack;
        return new Finding(
                ok,
                what + ": audited " + text(audited) + ", customers " + text(lived)
                        + (ok ? "" : ", further apart than two watch cadences (" + text(slack) + ")"));
    }

    private static Finding lossHolds(Measured measured, Lived lived) {
        Double atLeast = measured.lossAtLeast();
        Double atMost = measured.lossAtMost();
        Double real = lived.lossSeconds();
        if (atLeast == null || atMost == null || real == null) {
            return new Finding(
                    false, "loss: audited " + text(atLeast) + " to " + text(atMost) + ", customers " + text(real));
        }
        boolean ok = atLeast <= real && real <= atMost;
        return new Finding(
                ok,
                "loss: customers lost " + text(real) + " (" + lived.lostOrders() + " orders), audited " + text(atLeast)
                        + " to " + text(atMost) + (ok ? "" : ", which does not hold it"));
    }

    public static String text(@Nullable Double seconds) {
        return seconds == null ? "unknown" : String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
