package io.lifeboat.sandbox.route53;

import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Name;

/** What lies outside the hosted zones and can be an alias's target: load balancers. */
public interface AliasTargets {

    /**
     * The target of that DNS name, or empty when there is none.
     *
     * @param name as in {@code AliasTarget.DNSName}
     */
    Optional<AliasedTarget> find(Name name);

    /**
     * One target as it is now.
     *
     * @param addresses what it is answered with
     * @param ttl in seconds
     * @param healthy whether at least one thing behind it can serve
     */
    record AliasedTarget(List<String> addresses, long ttl, boolean healthy) {
        public AliasedTarget {
            addresses = List.copyOf(addresses);
        }
    }
}
