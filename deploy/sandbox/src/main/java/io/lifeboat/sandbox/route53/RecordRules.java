package io.lifeboat.sandbox.route53;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * What Route 53 refuses in a record set, after its whole batch was applied. Sources: the API's
 * {@code ResourceRecordSet} and {@code AliasTarget}; that a non-alias PRIMARY must have a health check was learnt by
 * external-dns (issue 2362).
 */
final class RecordRules {

    private final Name origin;
    private final Collection<RecordSet> all;
    private final Predicate<String> healthCheckExists;

    RecordRules(Name origin, Collection<RecordSet> all, Predicate<String> healthCheckExists) {
        this.origin = origin;
        this.all = all;
        this.healthCheckExists = healthCheckExists;
    }

    List<String> problemsOf(RecordSet set) {
        var problems = new ArrayList<String>();
        if (!set.name().subdomain(origin)) {
            problems.add("RRSet with DNS name " + set.name() + " is not permitted in zone " + origin);
        }
        if ((set.failover() == null) != (set.setIdentifier() == null)) {
            problems.add(
                    "Invalid request: Expected both or neither of Failover and SetIdentifier in " + set.described());
        }
        var check = set.healthCheckId();
        if (check != null && !healthCheckExists.test(check)) {
            problems.add("The health check " + check + " named by " + set.described() + " does not exist");
        }
        if (set.failover() != null) {
            problems.addAll(failoverProblems(set));
        }
        if (set.target() instanceof RecordTarget.Alias alias) {
            problems.addAll(aliasProblems(set, alias));
        }
        if (set.type() == Type.CNAME && set.name().equals(origin)) {
            problems.add(
                    "RRSet of type CNAME with DNS name " + set.name() + " is not permitted at apex in zone " + origin);
        }
        if (sharesNameWithCname(set)) {
            problems.add("RRSet of type " + Type.string(set.type()) + " with DNS name " + set.name()
                    + " is not permitted as it conflicts with other records with the same DNS name in zone " + origin);
        }
        return problems;
    }

    private List<String> failoverProblems(RecordSet set) {
        var problems = new ArrayList<String>();
        var siblings = all.stream()
                .filter(each -> each.name().equals(set.name()) && each.type() == set.type())
                .toList();
        if (siblings.stream().anyMatch(each -> each.failover() == null)) {
            problems.add("RRSet " + set.described() + " has another routing policy than the simple record of its name");
        }
        if (siblings.stream().filter(each -> each.failover() == set.failover()).count() > 1) {
            problems.add("RRSet " + set.described() + " is a second " + set.failover() + " record of its name");
        }
        switch (set.target()) {
            case RecordTarget.Values values
            when set.failover() == FailoverRole.PRIMARY && set.healthCheckId() == null ->
                problems.add("A non-alias primary ResourceRecordSet must have an associated health check: "
                        + set.described() + " has none for " + values.values());
            case RecordTarget.Alias alias
            when !alias.evaluateHealth() ->
                problems.add("EvaluateTargetHealth must be true for the failover alias " + set.described());
            case RecordTarget.Values values -> {}
            case RecordTarget.Alias alias -> {}
        }
        return problems;
    }

    private List<String> aliasProblems(RecordSet set, RecordTarget.Alias alias) {
        var inThisZone = alias.name().subdomain(origin);
        var found = all.stream().anyMatch(each -> each.name().equals(alias.name()) && each.type() == set.type());
        return inThisZone && !found
                ? List.of("Tried to create an alias that targets " + alias.name() + ", type " + Type.string(set.type())
                        + " in zone " + origin + ", but the alias target name does not lie within the target zone")
                : List.of();
    }

    private boolean sharesNameWithCname(RecordSet set) {
        return all.stream()
                .filter(each -> each.name().equals(set.name()) && each.type() != set.type())
                .anyMatch(each -> each.type() == Type.CNAME || set.type() == Type.CNAME);
    }
}
