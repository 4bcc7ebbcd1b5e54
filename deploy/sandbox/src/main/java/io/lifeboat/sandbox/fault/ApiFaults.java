package io.lifeboat.sandbox.fault;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The faults the APIs have now. */
public final class ApiFaults {

    private static final class Active {
        private final ApiFault fault;
        private int timesLeft;
        private long calls;

        private Active(ApiFault fault, int timesLeft) {
            this.fault = fault;
            this.timesLeft = timesLeft;
        }

        /** Spread evenly and not by chance: of ten calls nine go wrong, whichever ten they are. */
        private boolean isNext() {
            calls++;
            return Math.floor(calls * fault.share()) > Math.floor((calls - 1) * fault.share());
        }
    }

    private final Clock clock;
    private final List<Active> active = new ArrayList<>();

    public ApiFaults(Clock clock) {
        this.clock = clock;
    }

    /**
     * Adds a fault.
     *
     * @param times how many calls it concerns at most
     */
    public synchronized void add(ApiFault fault, int times) {
        active.add(new Active(fault, times));
    }

    public synchronized void clear() {
        active.clear();
    }

    /** What goes wrong with this call; counts it. The fault that was added first wins. */
    public synchronized Optional<ApiFault> strike(
            String signingName, String policyName, String operation, String region) {
        Instant now = clock.instant();
        active.removeIf(entry -> entry.timesLeft <= 0 || !entry.fault.until().isAfter(now));
        for (Iterator<Active> entries = active.iterator(); entries.hasNext(); ) {
            Active entry = entries.next();
            if (entry.fault.concerns(signingName, policyName, operation, region) && entry.isNext()) {
                entry.timesLeft--;
                return Optional.of(entry.fault);
            }
        }
        return Optional.empty();
    }

    public synchronized List<ApiFault> all() {
        return active.stream().map(entry -> entry.fault).toList();
    }
}
