package io.lifeboat.sandbox.route53;

import io.lifeboat.sandbox.dns.Answer;
import io.lifeboat.sandbox.dns.Zone;
import io.lifeboat.sandbox.healthcheck.HealthChecks;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * A public hosted zone. Changes are listed at once and answered with once they have reached the name servers, when their
 * change turns from PENDING to INSYNC; answering goes on whatever happens to the control plane.
 */
public final class HostedZone implements Zone {

    private static final int LONGEST_ALIAS_CHAIN = 4;

    private final String id;
    private final Name origin;
    private final AliasTargets aliasTargets;
    private final HealthChecks checks;
    private final InstantSource clock;
    private final Deque<Published> underway = new ArrayDeque<>();
    private RecordSets desired;
    private RecordSets answered;

    private record Published(Instant at, RecordSets sets) {}

    /**
     * An empty zone.
     *
     * @param id as in {@code /hostedzone/<id>}
     */
    public HostedZone(String id, Name origin, AliasTargets aliasTargets, HealthChecks checks, InstantSource clock) {
        this.id = id;
        this.origin = origin;
        this.aliasTargets = aliasTargets;
        this.checks = checks;
        this.clock = clock;
        this.desired = RecordSets.empty(origin);
        this.answered = desired;
    }

    String id() {
        return id;
    }

    @Override
    public Name origin() {
        return origin;
    }

    synchronized List<RecordSet> listed() {
        return desired.listed();
    }

    /** The first records of the zone, answered with at once. */
    public synchronized void begin(Collection<RecordSet> sets) {
        change(sets.stream().map(set -> new Change(Change.Action.CREATE, set)).toList(), Duration.ZERO);
    }

    /** Applies a batch as a whole and returns when it will be answered with. */
    synchronized Instant change(Collection<Change> batch, Duration propagation) {
        desired = desired.with(batch, checks::exists);
        var at = clock.instant().plus(propagation);
        underway.add(new Published(at, desired));
        return at;
    }

    @Override
    public Answer answer(Name name, int type) {
        var sets = inForce();
        if (!sets.has(name) && !name.equals(origin)) {
            return new Answer.NoSuchName();
        }
        var records = records(sets, name, type);
        if (records.isEmpty() && type != Type.CNAME) {
            records = records(sets, name, Type.CNAME);
        }
        return records.isEmpty() ? new Answer.Empty() : new Answer.Found(records);
    }

    private List<Record> records(RecordSets sets, Name name, int type) {
        return chosen(sets, name, type, 0)
                .map(set -> recordsOf(sets, name, set, 0))
                .orElse(List.of());
    }

    private synchronized RecordSets inForce() {
        var now = clock.instant();
        while (!underway.isEmpty() && !underway.peek().at().isAfter(now)) {
            answered = underway.remove().sets();
        }
        return answered;
    }

    private Optional<RecordSet> chosen(RecordSets sets, Name name, int type, int depth) {
        var candidates = sets.at(name, type);
        return candidates.stream().anyMatch(each -> each.failover() != null)
                ? FailoverRouting.choose(candidates, each -> healthy(sets, each, depth))
                : candidates.stream().findFirst();
    }

    /** A record without a check is healthy; an alias that evaluates its target is as healthy as that. */
    private boolean healthy(RecordSets sets, RecordSet set, int depth) {
        var check = set.healthCheckId();
        if (check != null && !checks.healthy(check)) {
            return false;
        }
        if (!(set.target() instanceof RecordTarget.Alias alias) || !alias.evaluateHealth()) {
            return true;
        }
        if (!alias.name().subdomain(origin)) {
            return aliasTargets
                    .find(alias.name())
                    .map(AliasTargets.AliasedTarget::healthy)
                    .orElse(false);
        }
        return depth < LONGEST_ALIAS_CHAIN
                && chosen(sets, alias.name(), set.type(), depth + 1)
                        .map(next -> healthy(sets, next, depth + 1))
                        .orElse(false);
    }

    private List<Record> recordsOf(RecordSets sets, Name asked, RecordSet set, int depth) {
        return switch (set.target()) {
            case RecordTarget.Values(long ttl, List<String> values) ->
                values.stream()
                        .map(value -> parse(asked, set.type(), ttl, value))
                        .toList();
            case RecordTarget.Alias alias
            when alias.name().subdomain(origin) ->
                depth >= LONGEST_ALIAS_CHAIN
                        ? List.of()
                        : chosen(sets, alias.name(), set.type(), depth + 1)
                                .map(next -> recordsOf(sets, asked, next, depth + 1))
                                .orElse(List.of());
            case RecordTarget.Alias alias ->
                aliasTargets
                        .find(alias.name())
                        .map(target -> target.addresses().stream()
                                .map(address -> parse(asked, set.type(), target.ttl(), address))
                                .toList())
                        .orElse(List.of());
        };
    }

    private static Record parse(Name name, int type, long ttl, String value) {
        try {
            return Record.fromString(name, type, DClass.IN, ttl, value, Name.root);
        } catch (IOException unreadable) {
            throw new IllegalStateException("\"" + value + "\" is no value of type " + Type.string(type), unreadable);
        }
    }
}
