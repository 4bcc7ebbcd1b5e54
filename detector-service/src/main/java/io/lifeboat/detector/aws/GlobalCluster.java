package io.lifeboat.detector.aws;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.GlobalClusterMember;

/**
 * Who is who in a global database, as DescribeGlobalClusters answered.
 *
 * @param members its clusters
 */
public record GlobalCluster(List<Member> members) {

    public GlobalCluster {
        members = List.copyOf(members);
    }

    /** Reads the members' ARNs; one that is no cluster's ARN is left out. */
    public static GlobalCluster of(List<GlobalClusterMember> members) {
        return new GlobalCluster(members.stream()
                .flatMap(member -> Member.of(
                        member.dbClusterArn(),
                        Boolean.TRUE.equals(member.isWriter()),
                        member.synchronizationStatusAsString())
                        .stream())
                .toList());
    }

    /** The region whose cluster is the writer. */
    public Optional<String> writer() {
        return members.stream().filter(Member::isWriter).map(Member::region).findFirst();
    }

    /** The first cluster that is not the writer, in the order of these regions. */
    public Optional<Member> secondary(List<String> regions) {
        return regions.stream()
                .flatMap(region -> members.stream()
                        .filter(member -> !member.isWriter() && member.region().equals(region)))
                .findFirst();
    }

    /**
     * One cluster of it.
     *
     * @param region where it is
     * @param cluster its identifier
     * @param isWriter whether it takes writes
     * @param synchronization whether a secondary follows the writer, in Aurora's words; null when it is not told
     */
    public record Member(
            String region,
            String cluster,
            boolean isWriter,
            @Nullable String synchronization) {

        private static final int PARTS = 7;

        /** Reads {@code arn:aws:rds:<region>:<account>:cluster:<identifier>}. */
        static Optional<Member> of(String arn, boolean isWriter, @Nullable String synchronization) {
            String[] parts = arn.split(":", PARTS);
            return parts.length == PARTS
                    ? Optional.of(new Member(parts[3], parts[6], isWriter, synchronization))
                    : Optional.empty();
        }
    }
}
