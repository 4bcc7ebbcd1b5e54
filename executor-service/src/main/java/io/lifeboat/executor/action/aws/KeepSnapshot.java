package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.InvalidParameterException;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.action.Tempo;
import io.lifeboat.executor.aws.AwsClients;
import io.lifeboat.executor.aws.AwsSession;
import io.lifeboat.executor.budget.Api;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;

/**
 * {@code aurora.keep-snapshot}: copies the snapshot that Aurora takes of the old writer's volume to a manual one. The lost
 * writes are in it, and as a system snapshot it lives no longer than the old cluster's retention, a day unless someone
 * raised it (AuroraUserGuide, disaster recovery).
 *
 * <p>The copy is named for the execution, so there is one however often it is asked for; that name taken means that it was
 * made. It stays in the old writer's region, where the source is named by its identifier and an encrypted copy keeps the
 * source's key (API model of rds, CopyDBClusterSnapshotMessage).
 */
@ApplicationScoped
class KeepSnapshot implements Action<KeepSnapshot.Source> {

    private final AwsClients aws;

    KeepSnapshot(AwsClients aws) {
        this.aws = aws;
    }

    /**
     * Whose snapshot.
     *
     * @param cluster the old writer's cluster, in the region left
     * @param since when the failover began, by the coordinator's database
     */
    record Source(String cluster, Instant since) {}

    @Override
    public String name() {
        return "aurora.keep-snapshot";
    }

    @Override
    public Source read(Parameters with) {
        String arn = with.part("cluster").text("from");
        int id = arn.indexOf(":cluster:");
        if (id < 0) {
            throw new InvalidParameterException(
                    "cluster/from",
                    arn + " is not the ARN of a cluster",
                    "write arn:aws:rds:<region>:<account>:cluster:<id>");
        }
        return new Source(arn.substring(id + ":cluster:".length()), since(with.text("since")));
    }

    private static Instant since(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidParameterException("since", text + " is no instant", "write it as ISO 8601, in UTC");
        }
    }

    @Override
    public Repeat repeat(Source parameters) {
        return Repeat.afterSeconds(60);
    }

    @Override
    public Tempo tempo() {
        return Tempo.PATIENT;
    }

    @Override
    public Observation observe(Assignment<Source> assignment, @Nullable Sent sent) {
        Source source = assignment.parameters();
        try {
            return snapshots(assignment).observe(source.cluster(), copyName(assignment), source.since());
        } catch (CallFailedException e) {
            if (e.errorClass() == ErrorClass.TRANSIENT) {
                return new Observation.NotSo(
                        assignment.from() + " does not answer; its snapshot is copied once it does",
                        "nothing; Aurora takes the snapshot when the region has returned");
            }
            throw e;
        }
    }

    @Override
    public JsonNode apply(Assignment<Source> assignment, Observation.NotStarted next, Permit permit) {
        AwsSession session = aws.acting(assignment.command().target(), assignment.from(), assignment.from());
        try {
            session.change(Api.RDS, SnapshotsView.COPY, permit, limit -> session.rds()
                    .copyDBClusterSnapshot(request -> request.sourceDBClusterSnapshotIdentifier(
                                    next.memo().path("source").asText())
                            .targetDBClusterSnapshotIdentifier(copyName(assignment))
                            .copyTags(true)
                            .overrideConfiguration(limit)));
        } catch (CallFailedException e) {
            // The name is this execution's alone: another run of it was faster, and the next look finds its copy.
            if (!(e.getCause() instanceof DbClusterSnapshotAlreadyExistsException)) {
                throw e;
            }
        }
        return JsonNodeFactory.instance.objectNode();
    }

    /** Letters, digits and single hyphens, 63 at most (API model of rds, CopyDBClusterSnapshotMessage). */
    static String copyName(Assignment<Source> assignment) {
        String name = "lifeboat-" + assignment.command().executionId();
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** Of the cluster as it is named still: Aurora makes it anew under its old identifier. */
    private SnapshotsView snapshots(Assignment<Source> assignment) {
        AwsSession session = aws.reaching(assignment.command().target(), "read", assignment.from(), assignment.from());
        List<SnapshotsView.Entry> all = new ArrayList<>();
        String marker = null;
        do {
            String from = marker;
            DescribeDbClusterSnapshotsResponse page =
                    session.look(Api.RDS, "DescribeDBClusterSnapshots", limit -> session.rds()
                            .describeDBClusterSnapshots(request -> request.dbClusterIdentifier(
                                            assignment.parameters().cluster())
                                    .marker(from)
                                    .overrideConfiguration(limit)));
            page.dbClusterSnapshots().forEach(snapshot -> all.add(SnapshotsView.Entry.of(snapshot)));
            marker = page.marker();
        } while (marker != null && !marker.isEmpty());
        return new SnapshotsView(all);
    }
}
