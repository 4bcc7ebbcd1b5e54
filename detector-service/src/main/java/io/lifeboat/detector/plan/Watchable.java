package io.lifeboat.detector.plan;

import io.lifeboat.contract.envelope.UnreadableMessageException;
import io.lifeboat.contract.plan.AuroraLagProbe;
import io.lifeboat.contract.plan.AwsApiProbe;
import io.lifeboat.contract.plan.BackupDeletionsProbe;
import io.lifeboat.contract.plan.DatabaseProbe;
import io.lifeboat.contract.plan.DeletionRateProbe;
import io.lifeboat.contract.plan.DnsProbe;
import io.lifeboat.contract.plan.EcsCapacityProbe;
import io.lifeboat.contract.plan.HttpsProbe;
import io.lifeboat.contract.plan.InvariantProbe;
import io.lifeboat.contract.plan.Placement;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.contract.plan.Probe;
import io.lifeboat.contract.plan.RowCountProbe;
import io.lifeboat.contract.plan.SqlWriteProbe;
import io.lifeboat.contract.plan.StoreProbe;
import io.lifeboat.contract.plan.TcpProbe;
import io.lifeboat.contract.plan.Watch;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a plan's watches can be carried out as they stand. The coordinator has refused what is wrong long before; this
 * keeps a message that got past it from stopping the other plans' watches. Pure.
 */
final class Watchable {

    /** What may stand in a statement as it is. */
    private static final Pattern TABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");

    private Watchable() {}

    /**
     * The plan to watch from a vantage; empty when it was withdrawn or names other vantages.
     *
     * @throws UnreadableMessageException naming the field nothing can be done with
     */
    static Optional<Plan> of(PlanRevision revision, String vantage) {
        if (revision.state() == PlanRevision.State.WITHDRAWN) {
            return Optional.empty();
        }
        Plan plan = revision.plan();
        if (plan == null) {
            throw new UnreadableMessageException("/plan: is missing though the revision is in force");
        }
        require(plan.regions() != null, "/plan/regions", "is missing");
        require(plan.objectives() != null, "/plan/objectives", "is missing");
        for (int i = 0; i < plan.watches().size(); i++) {
            check(plan, plan.watches().get(i), "/plan/watches/" + i);
        }
        boolean fromHere = plan.vantages().isEmpty()
                || plan.vantages().stream().anyMatch(declared -> declared.id().equals(vantage));
        return fromHere ? Optional.of(plan) : Optional.empty();
    }

    private static void check(Plan plan, Watch watch, String field) {
        require(watch.id() != null, field + "/id", "is missing");
        require(watch.tier() != null, field + "/tier", "is missing");
        require(watch.every() != null && watch.every().isPositive(), field + "/every", "must be more than nothing");
        require(watch.timeout().isPositive(), field + "/timeout", "must be more than nothing");
        switch (probe(watch, field)) {
            case HttpsProbe https -> require(isHttps(https.url()), field + "/https/url", "is no https URL");
            case TcpProbe tcp -> require(tcp.host() != null && tcp.port() > 0, field + "/tcp", "needs host and port");
            case DnsProbe dns -> require(dns.name() != null, field + "/dns/name", "is missing");
            case SqlWriteProbe write ->
                require(
                        plan.datasources().containsKey(write.datasource()),
                        field + "/sql-write/datasource",
                        "is no datasource of the plan");
            case AuroraLagProbe lag ->
                require(
                        plan.targets().containsKey(lag.target()),
                        field + "/aurora-lag/target",
                        "is no target of the plan");
            case RowCountProbe rows -> {
                data(plan, watch, rows, field + "/row-count");
                require(
                        TABLE.matcher(String.valueOf(rows.table())).matches(),
                        field + "/row-count/table",
                        "is no name");
            }
            case DeletionRateProbe deletions -> {
                data(plan, watch, deletions, field + "/deletion-rate");
                require(
                        TABLE.matcher(String.valueOf(deletions.table())).matches(),
                        field + "/deletion-rate/table",
                        "is no name");
            }
            case InvariantProbe invariant -> {
                data(plan, watch, invariant, field + "/invariant");
                require(invariant.query() != null, field + "/invariant/query", "is missing");
            }
            case StoreProbe store -> store(plan, watch, store, field);
            case EcsCapacityProbe capacity -> {
                require(
                        plan.targets().containsKey(capacity.target()),
                        field + "/ecs-capacity/target",
                        "is no target of the plan");
                require(watch.in() == Placement.ACTIVE, field + "/in", "must be active");
            }
            case AwsApiProbe api -> {
                require(api.service() != null, field + "/aws-api/service", "is missing");
                require(
                        plan.targets().containsKey(api.target()),
                        field + "/aws-api/target",
                        "is no target of the plan");
                require(watch.in() != Placement.GLOBAL, field + "/in", "must be each or active");
            }
        }
    }

    private static void store(Plan plan, Watch watch, StoreProbe probe, String field) {
        require(plan.targets().containsKey(probe.target()), field, "names no target of the plan");
        require(watch.in() != Placement.GLOBAL, field + "/in", "must be active or each");
        require(probe.named().containsAll(plan.regions().all()), field, "says nothing for a region of the plan");
        if (probe instanceof BackupDeletionsProbe backups) {
            require(
                    backups.retention() != null && backups.retention().isPositive(),
                    field + "/backup-deletions/retention",
                    "must be more than nothing");
        }
    }

    private static void data(Plan plan, Watch watch, DatabaseProbe probe, String field) {
        require(
                plan.datasources().containsKey(probe.datasource()),
                field + "/datasource",
                "is no datasource of the plan");
        require(watch.in() == Placement.ACTIVE, field, "must look where the writer is: in: active");
    }

    private static Probe probe(Watch watch, String field) {
        try {
            return watch.probe();
        } catch (IllegalStateException e) {
            throw new UnreadableMessageException(field + ": " + e.getMessage(), e);
        }
    }

    private static boolean isHttps(String url) {
        try {
            // The region's name is not there yet, and braces are not allowed in a URL.
            URI parsed = new URI(url == null ? "" : url.replace("{region}", "region"));
            return "https".equals(parsed.getScheme()) && parsed.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void require(boolean holds, String field, String what) {
        if (!holds) {
            throw new UnreadableMessageException(field + ": " + what);
        }
    }
}
