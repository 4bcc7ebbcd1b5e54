package io.lifeboat.coordinator.plan.lint;

import io.lifeboat.contract.plan.BackupDeletionsProbe;
import io.lifeboat.contract.plan.KmsKeyProbe;
import io.lifeboat.contract.plan.LifecycleProbe;
import io.lifeboat.contract.plan.ManifestProbe;
import io.lifeboat.contract.plan.ObjectCountProbe;
import io.lifeboat.contract.plan.Placement;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.StoreProbe;
import io.lifeboat.contract.plan.Target;
import io.lifeboat.contract.plan.Watch;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Whether what looks at keys, recovery points and buckets names some in each region, of the target's account. */
final class StoreWatchRule {

    private static final Duration SHORTEST_RETENTION = Duration.ofDays(1);
    private static final Duration OFTEN_ENOUGH = Duration.ofHours(1);

    private StoreWatchRule() {}

    static void look(Plan plan, Watch watch, StoreProbe probe, String at, Findings findings) {
        String field = at + "/" + name(probe);
        if (watch.in() == Placement.GLOBAL) {
            findings.error(at + "/in", "what is looked at stands in a region", "add in: each, or in: active");
        }
        if (watch.every().compareTo(OFTEN_ENOUGH) > 0) {
            findings.warning(
                    at + "/every",
                    "damage would be seen after hours, and copied by then",
                    "look once an hour or more often");
        }
        RegionRule.complete(probe.named(), plan.regions().all(), field + "/" + mapping(probe), findings);
        switch (probe) {
            case KmsKeyProbe keys -> keys(plan, keys, field, findings);
            case BackupDeletionsProbe backups -> backups(watch, backups, at, findings);
            case ObjectCountProbe objects -> DataWatchRule.memory(watch, objects.within(), field + "/within", findings);
            case LifecycleProbe lifecycle -> {}
            case ManifestProbe manifest -> {
                if (manifest.sha256() == null) {
                    findings.warning(
                            field,
                            "nothing says what the manifest itself must read: who changes an object can change its line",
                            "add its sha256");
                }
            }
        }
    }

    private static void keys(Plan plan, KmsKeyProbe probe, String field, Findings findings) {
        Target target = plan.targets().get(probe.target());
        for (Map.Entry<String, List<String>> region : probe.keys().entrySet()) {
            for (int i = 0; i < region.getValue().size(); i++) {
                String pointer = field + "/keys/" + region.getKey() + "/" + i;
                Arn.of(region.getValue().get(i)).ifPresent(arn -> {
                    if (!arn.region().equals(region.getKey())) {
                        findings.error(
                                pointer,
                                "is in " + arn.region() + " and stands for " + region.getKey(),
                                "write the ARN of the one in " + region.getKey());
                    }
                    if (target != null && !arn.account().equals(target.account())) {
                        findings.error(
                                pointer,
                                "belongs to account " + arn.account() + ", the watch looks in " + target.account(),
                                "correct the ARN, or give the watch the target of that account");
                    }
                });
            }
        }
    }

    private static void backups(Watch watch, BackupDeletionsProbe probe, String at, Findings findings) {
        if (probe.retention().compareTo(SHORTEST_RETENTION) < 0) {
            findings.error(
                    at + "/backup-deletions/retention",
                    "is shorter than the time between two snapshots",
                    "make it 1d or longer, and no longer than the cluster keeps them");
        }
        if (watch.in() == Placement.EACH) {
            findings.warning(
                    at + "/in",
                    "a failover makes the old cluster anew, and nothing says what becomes of its automated snapshots",
                    "use in: active, which begins anew with the new writer");
        }
    }

    private static String name(StoreProbe probe) {
        return switch (probe) {
            case KmsKeyProbe keys -> "kms-key";
            case BackupDeletionsProbe backups -> "backup-deletions";
            case LifecycleProbe lifecycle -> "lifecycle";
            case ObjectCountProbe objects -> "object-count";
            case ManifestProbe manifest -> "manifest";
        };
    }

    /** The target's pointer, for {@link TargetRule}. */
    static String target(StoreProbe probe) {
        return name(probe) + "/target";
    }

    private static String mapping(StoreProbe probe) {
        return switch (probe) {
            case KmsKeyProbe keys -> "keys";
            case BackupDeletionsProbe backups -> "clusters";
            case LifecycleProbe lifecycle -> "buckets";
            case ObjectCountProbe objects -> "buckets";
            case ManifestProbe manifest -> "buckets";
        };
    }
}
