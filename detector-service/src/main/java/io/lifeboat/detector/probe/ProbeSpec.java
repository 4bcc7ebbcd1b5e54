package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.Datasource;
import io.lifeboat.contract.plan.MaintenanceWindow;
import io.lifeboat.contract.plan.Probe;
import io.lifeboat.contract.plan.Regions;
import io.lifeboat.contract.plan.Target;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All a prober needs to know. Two equal ones are looked at by the same prober, so that a new revision of a plan restarts
 * only what it changed.
 *
 * @param probe what to do, with {@code {region}} already replaced
 * @param datasource the database it names, or null
 * @param target the target it names, or null
 * @param asked the region that answers, for a probe whose answers belong to the one it is placed in; else null
 * @param maintenance when damage is expected of what it looks at
 * @param regions the plan's regions
 * @param rpo the plan's objective
 */
public record ProbeSpec(
        Probe probe,
        @Nullable Datasource datasource,
        @Nullable Target target,
        @Nullable String asked,
        List<MaintenanceWindow> maintenance,
        Regions regions,
        Duration rpo) {}
