package io.lifeboat.sandbox.route53;

import java.util.List;
import org.xbill.DNS.Name;

/** What a record set points to. */
public sealed interface RecordTarget {

    /**
     * Plain values.
     *
     * @param ttl in seconds
     * @param values in DNS presentation form
     */
    record Values(long ttl, List<String> values) implements RecordTarget {
        public Values {
            values = List.copyOf(values);
        }
    }

    /**
     * An alias: answered with what the target holds, under the target's TTL.
     *
     * @param zoneId the hosted zone of the target: this zone's own id, or a load balancer's
     * @param name the target's DNS name
     * @param evaluateHealth whether an unhealthy target makes this record unhealthy
     */
    record Alias(String zoneId, Name name, boolean evaluateHealth) implements RecordTarget {}
}
