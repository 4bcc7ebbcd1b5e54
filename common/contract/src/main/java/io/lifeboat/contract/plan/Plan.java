package io.lifeboat.contract.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An application's recovery plan; immutable, one per revision.
 *
 * @param apiVersion always {@code lifeboat/v1}
 * @param application the unit that recovers as one; the key of every topic
 * @param strategy how much of the application stands ready in the other region
 * @param objectives the RTO and RPO promised
 * @param priority 1 is recovered first
 * @param dependsOn applications that must be served before this one is recovered
 * @param regions where it lives and where it can live
 * @param vantages where its detectors must stand
 * @param targets accounts and roles by the name that steps use; {@code app} is the default
 * @param datasources databases by the name that watches and steps use; secrets by name only
 * @param watches what is looked at
 * @param gate when the machine may act and whom it asks
 * @param procedures named graphs of steps: {@code failover}, {@code failback}, ...
 * @param assets what else the application needs, covered by a step or uncovered with a reason
 */
public record Plan(
        String apiVersion,
        String application,
        Strategy strategy,
        Objectives objectives,
        int priority,
        List<String> dependsOn,
        Regions regions,
        List<Vantage> vantages,
        Map<String, Target> targets,
        Map<String, Datasource> datasources,
        List<Watch> watches,
        GatePolicy gate,
        Map<String, List<Step>> procedures,
        List<Map<String, Object>> assets) {

    public Plan {
        dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
        vantages = vantages == null ? List.of() : List.copyOf(vantages);
        targets = targets == null ? Map.of() : Map.copyOf(targets);
        datasources = datasources == null ? Map.of() : Map.copyOf(datasources);
        watches = watches == null ? List.of() : List.copyOf(watches);
        // In the order they were written.
        procedures = procedures == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(procedures));
        assets = assets == null ? List.of() : List.copyOf(assets);
    }

    /** The steps of a procedure, in the order they were written. */
    public Optional<List<Step>> procedure(String name) {
        return Optional.ofNullable(procedures.get(name));
    }

    /** The watch of that id. */
    public Optional<Watch> watch(String id) {
        return watches.stream().filter(watch -> watch.id().equals(id)).findFirst();
    }

    /** The region a vantage stands in, or null when it stands in none or is not of this plan. */
    public @Nullable String regionOf(String vantage) {
        return vantages.stream()
                .filter(declared -> declared.id().equals(vantage))
                .map(Vantage::region)
                .findFirst()
                .orElse(null);
    }
}
