package io.lifeboat.executor.action.aws;

import io.lifeboat.executor.action.Observation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.FailoverState;
import software.amazon.awssdk.services.rds.model.GlobalCluster;

/**
 * What DescribeGlobalClusters tells of a global cluster.
 *
 * @param id its identifier
 * @param status for example {@code available}
 * @param members its clusters
 * @param move what FailoverState tells; null when it is idle. Its status is an open text: the documentation lists one
 *     value more than the SDK's enum
 */
record GlobalClusterView(
        String id,
        String status,
        List<Member> members,
        @Nullable Move move) {

    /** One cluster. */
    record Member(String arn, boolean writer, String synchronization) {

        private static final String PENDING_RESYNC = "pending-resync";

        /** Whether it does not follow the writer, and will not before it was made anew. */
        boolean behindForGood() {
            return !writer && synchronization.equals(PENDING_RESYNC);
        }
    }

    /** A failover or switchover under way. */
    record Move(String status, @Nullable String toArn) {}

    static GlobalClusterView of(GlobalCluster cluster) {
        List<Member> members = cluster.globalClusterMembers().stream()
                .map(member -> new Member(
                        member.dbClusterArn(),
                        Boolean.TRUE.equals(member.isWriter()),
                        String.valueOf(member.synchronizationStatusAsString())))
                .toList();
        FailoverState state = cluster.failoverState();
        Move move = state == null || state.statusAsString() == null
                ? null
                : new Move(state.statusAsString(), state.toDbClusterArn());
        return new GlobalClusterView(
                cluster.globalClusterIdentifier(), String.valueOf(cluster.status()), members, move);
    }

    /** The member that is the writer. */
    Optional<Member> writer() {
        return members.stream().filter(Member::writer).findFirst();
    }

    /** The member of that ARN. */
    Optional<Member> member(String arn) {
        return members.stream().filter(member -> member.arn().equals(arn)).findFirst();
    }

    /**
     * How far the way to a new writer is. Done means that the target is the writer; that its cluster is available is for
     * the caller to see.
     *
     * @param targetArn the cluster that is to become the writer
     * @param change the name of the call that starts it
     */
    Observation towards(String targetArn, String change) {
        Optional<Member> target = member(targetArn);
        if (target.isEmpty()) {
            return new Observation.Contradiction(
                    "%s is not a member of global cluster %s, which has %s".formatted(targetArn, id, members),
                    "correct the ARN in the plan, or add the cluster to the global cluster");
        }
        if (move != null && move.toArn() != null && !targetArn.equals(move.toArn())) {
            return new Observation.Contradiction(
                    "global cluster %s is %s to %s".formatted(id, move.status(), move.toArn()),
                    "wait until that has ended, then decide anew");
        }
        if (move != null) {
            return Observation.inProgress("global cluster %s is %s".formatted(id, move.status()));
        }
        if (target.get().writer()) {
            return Observation.done(targetArn + " is the writer of global cluster " + id);
        }
        return Observation.notStarted(
                change,
                "make %s the writer of %s in place of %s"
                        .formatted(targetArn, id, writer().map(Member::arn).orElse("none")));
    }
}
