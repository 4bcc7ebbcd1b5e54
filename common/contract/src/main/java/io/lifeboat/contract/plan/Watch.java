package io.lifeboat.contract.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing looked at on a cadence. Exactly one of the probes is present; the schema refuses anything else.
 *
 * @param id unique within the plan
 * @param tier the layer it speaks for
 * @param in where it looks
 * @param every the cadence
 * @param timeout how long one look may take; no longer than the cadence
 * @param window how many of the last looks must agree
 * @param https the HTTPS probe, or null
 * @param tcp the TCP probe, or null
 * @param dns the DNS probe, or null
 * @param sqlWrite the write probe, or null
 * @param auroraLag the replication-lag probe, or null
 * @param ecsCapacity the capacity probe, or null
 * @param awsApi the API probe, or null
 * @param rowCount the row-count probe, or null
 * @param deletionRate the deletion-rate probe, or null
 * @param invariant the invariant probe, or null
 * @param kmsKey the key probe, or null
 * @param backupDeletions the recovery-point probe, or null
 * @param lifecycle the lifecycle probe, or null
 * @param objectCount the object-count probe, or null
 * @param manifest the manifest probe, or null
 * @param maintenance when damage is expected, for a watch that looks at the data
 */
public record Watch(
        String id,
        Tier tier,
        Placement in,
        Duration every,
        Duration timeout,
        Window window,
        @Nullable HttpsProbe https,
        @Nullable TcpProbe tcp,
        @Nullable DnsProbe dns,
        @JsonProperty("sql-write") @Nullable SqlWriteProbe sqlWrite,
        @JsonProperty("aurora-lag") @Nullable AuroraLagProbe auroraLag,
        @JsonProperty("ecs-capacity") @Nullable EcsCapacityProbe ecsCapacity,
        @JsonProperty("aws-api") @Nullable AwsApiProbe awsApi,
        @JsonProperty("row-count") @Nullable RowCountProbe rowCount,
        @JsonProperty("deletion-rate") @Nullable DeletionRateProbe deletionRate,
        @Nullable InvariantProbe invariant,
        @JsonProperty("kms-key") @Nullable KmsKeyProbe kmsKey,
        @JsonProperty("backup-deletions") @Nullable BackupDeletionsProbe backupDeletions,
        @Nullable LifecycleProbe lifecycle,
        @JsonProperty("object-count") @Nullable ObjectCountProbe objectCount,
        @Nullable ManifestProbe manifest,
        List<MaintenanceWindow> maintenance) {

    private static final Duration LONGEST_DEFAULT_TIMEOUT = Duration.ofSeconds(2);

    public Watch {
        in = in == null ? Placement.GLOBAL : in;
        if (timeout == null && every != null) {
            timeout = every.compareTo(LONGEST_DEFAULT_TIMEOUT) < 0 ? every : LONGEST_DEFAULT_TIMEOUT;
        }
        window = window == null ? Window.DEFAULT : window;
        maintenance = maintenance == null ? List.of() : List.copyOf(maintenance);
    }

    /** A watch with one of the probes that look at what serves. */
    public Watch(
            String id,
            Tier tier,
            Placement in,
            Duration every,
            Duration timeout,
            Window window,
            @Nullable HttpsProbe https,
            @Nullable TcpProbe tcp,
            @Nullable DnsProbe dns,
            @Nullable SqlWriteProbe sqlWrite,
            @Nullable AuroraLagProbe auroraLag,
            @Nullable EcsCapacityProbe ecsCapacity) {
        this(
                id,
                tier,
                in,
                every,
                timeout,
                window,
                https,
                tcp,
                dns,
                sqlWrite,
                auroraLag,
                ecsCapacity,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    /** A watch with the one probe that is given, of whatever kind. */
    public static Watch of(
            String id,
            Tier tier,
            Placement in,
            Duration every,
            @Nullable Window window,
            Probe probe,
            List<MaintenanceWindow> maintenance) {
        return new Watch(
                id,
                tier,
                in,
                every,
                null,
                window,
                as(HttpsProbe.class, probe),
                as(TcpProbe.class, probe),
                as(DnsProbe.class, probe),
                as(SqlWriteProbe.class, probe),
                as(AuroraLagProbe.class, probe),
                as(EcsCapacityProbe.class, probe),
                as(AwsApiProbe.class, probe),
                as(RowCountProbe.class, probe),
                as(DeletionRateProbe.class, probe),
                as(InvariantProbe.class, probe),
                as(KmsKeyProbe.class, probe),
                as(BackupDeletionsProbe.class, probe),
                as(LifecycleProbe.class, probe),
                as(ObjectCountProbe.class, probe),
                as(ManifestProbe.class, probe),
                maintenance);
    }

    private static <T> @Nullable T as(Class<T> type, Probe probe) {
        return type.isInstance(probe) ? type.cast(probe) : null;
    }

    /** The one probe that is present. */
    @JsonIgnore
    public Probe probe() {
        return Stream.<@Nullable Probe>of(
                        https,
                        tcp,
                        dns,
                        sqlWrite,
                        auroraLag,
                        ecsCapacity,
                        awsApi,
                        rowCount,
                        deletionRate,
                        invariant,
                        kmsKey,
                        backupDeletions,
                        lifecycle,
                        objectCount,
                        manifest)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("watch " + id + " names no probe"));
    }
}
