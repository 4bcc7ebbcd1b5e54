package io.lifeboat.sandbox.route53;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** The record sets of one zone at one moment. Immutable: a batch of changes gives the next, or is refused as a whole. */
final class RecordSets {

    /** By reversed labels as Route 53 lists them, then type, then identifier. */
    private static final Comparator<RecordSet> LISTING = Comparator.comparing(RecordSet::name)
            .thenComparing(set -> Type.string(set.type()))
            .thenComparing(set -> set.setIdentifier() == null ? "" : set.setIdentifier());

    private final Name origin;
    private final Map<RecordSet.Key, RecordSet> sets;

    private RecordSets(Name origin, Map<RecordSet.Key, RecordSet> sets) {
        this.origin = origin;
        this.sets = sets;
    }

    static RecordSets empty(Name origin) {
        return new RecordSets(origin, Map.of());
    }

    /** In Route 53's order of listing. */
    List<RecordSet> listed() {
        return sets.values().stream().sorted(LISTING).toList();
    }

    List<RecordSet> at(Name name, int type) {
        return sets.values().stream()
                .filter(each -> each.type() == type && each.name().equals(name))
                .toList();
    }

    boolean has(Name name) {
        return sets.values().stream().anyMatch(each -> each.name().subdomain(name));
    }

    /**
     * All changes, or none.
     *
     * @param healthCheckExists whether a health check of that id exists
     * @throws InvalidChangeBatchException with every problem found
     */
    RecordSets with(Collection<Change> batch, Predicate<String> healthCheckExists) {
        var next = new LinkedHashMap<>(sets);
        var problems = new ArrayList<String>();
        for (var change : batch) {
            apply(change, next, problems);
        }
        if (problems.isEmpty()) {
            var rules = new RecordRules(origin, next.values(), healthCheckExists);
            batch.stream()
                    .filter(change -> change.action() != Change.Action.DELETE)
                    .forEach(change -> problems.addAll(rules.problemsOf(change.recordSet())));
        }
        if (!problems.isEmpty()) {
            throw new InvalidChangeBatchException(problems.stream().distinct().toList());
        }
        return new RecordSets(origin, Map.copyOf(next));
    }

    private static void apply(Change change, Map<RecordSet.Key, RecordSet> next, List<String> problems) {
        var set = change.recordSet();
        var present = next.get(set.key());
        switch (change.action()) {
            case CREATE -> {
                if (present != null) {
                    problems.add("Tried to create resource record set " + set.described() + " but it already exists");
                } else {
                    next.put(set.key(), set);
                }
            }
            case UPSERT -> next.put(set.key(), set);
            case DELETE -> {
                if (present == null) {
                    problems.add("Tried to delete resource record set " + set.described() + " but it was not found");
                } else if (!present.equals(set)) {
                    problems.add("Tried to delete resource record set " + set.described()
                            + " but the values provided do not match the current values");
                } else {
                    next.remove(set.key());
                }
            }
        }
    }
}
