package io.lifeboat.sandbox.route53;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * One resource record set.
 *
 * @param name the full name
 * @param type a record type as in {@link Type}
 * @param setIdentifier tells failover records of one name and type apart; null for a simple record
 * @param failover the role, or null for a simple record
 * @param target what it points to
 * @param healthCheckId the check that decides whether it may be answered with, or null
 */
public record RecordSet(
        Name name,
        int type,
        @Nullable String setIdentifier,
        @Nullable FailoverRole failover,
        RecordTarget target,
        @Nullable String healthCheckId) {

    /** What there can be only one of in a zone. */
    record Key(Name name, int type, @Nullable String setIdentifier) {}

    Key key() {
        return new Key(name, type, setIdentifier);
    }

    /** As Route 53's messages name a record set. */
    String described() {
        var identifier = setIdentifier == null ? "" : ", set-identifier='" + setIdentifier + "'";
        return "[name='" + name + "', type='" + Type.string(type) + "'" + identifier + "]";
    }
}
