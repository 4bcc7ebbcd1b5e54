package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.BackupDeletionsProbe;
import io.lifeboat.contract.plan.KmsKeyProbe;
import io.lifeboat.contract.plan.LifecycleProbe;
import io.lifeboat.contract.plan.MaintenanceWindow;
import io.lifeboat.contract.plan.ManifestProbe;
import io.lifeboat.contract.plan.ObjectCountProbe;
import io.lifeboat.contract.plan.StoreProbe;
import io.lifeboat.detector.aws.Access;
import io.lifeboat.detector.probe.DataMeasure.Reading;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a store probe asks AWS, and what it makes of the answers, one after the other. */
interface StoreMeasure {

    /**
     * Asks and judges.
     *
     * @param within for all calls together
     * @return failed when the store could not be asked
     */
    Future<Reading> read(Duration within);

    /**
     * The measure a probe asks for, with nothing measured yet.
     *
     * @param access where to ask; the probe names something there
     */
    static StoreMeasure of(
            StoreProbe probe, Access access, List<MaintenanceWindow> maintenance, Stores stores, Outside outside) {
        return switch (probe) {
            case KmsKeyProbe keys -> new KeyStates(named(keys.keys(), access), access, stores.keys());
            case BackupDeletionsProbe backups ->
                new VanishedPoints(
                        named(backups.clusters(), access),
                        backups.retention(),
                        maintenance,
                        access,
                        stores.snapshots(),
                        outside.clock());
            case LifecycleProbe lifecycle ->
                new ExpiryRules(named(lifecycle.buckets(), access), lifecycle.declared(), access, stores.buckets());
            case ObjectCountProbe objects ->
                new ObjectCount(
                        objects, named(objects.buckets(), access), maintenance, access, stores.buckets(), outside);
            case ManifestProbe manifest ->
                new Manifest(manifest, named(manifest.buckets(), access), access, stores.buckets());
        };
    }

    private static <T> T named(Map<String, T> byRegion, Access access) {
        return Objects.requireNonNull(byRegion.get(access.region()), access.region());
    }
}
