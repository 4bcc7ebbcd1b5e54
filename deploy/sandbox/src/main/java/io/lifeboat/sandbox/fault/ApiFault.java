package io.lifeboat.sandbox.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with calls of an API.
 *
 * @param service signing or policy name, {@code rds}; null for every service
 * @param operation {@code DescribeGlobalClusters}; null for every operation
 * @param region null for every region
 * @param share of the calls that go wrong, spread evenly; 1 is all of them
 * @param delay how much later a slow answer comes
 * @param until when it is over
 */
public record ApiFault(
        @Nullable String service,
        @Nullable String operation,
        @Nullable String region,
        Kind kind,
        double share,
        Duration delay,
        Instant until) {

    /** What goes wrong. */
    public enum Kind {
        /** The call is refused as one too many; nothing was changed. */
        THROTTLE,
        /** The answer comes late. */
        SLOW,
        /** The change is made, the answer never comes. */
        TIMEOUT_AFTER_APPLY,
        /** Neither change nor answer. */
        TIMEOUT_BEFORE_APPLY,
        /** A describe call answers what was true when it was last asked before the fault. */
        STALE;

        /** As the operator writes it: {@code timeout-after-apply}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    boolean concerns(String signingName, String policyName, String calledOperation, String calledRegion) {
        return (service == null || service.equals(signingName) || service.equals(policyName))
                && (operation == null || operation.equals(calledOperation))
                && (region == null || region.equals(calledRegion));
    }
}
