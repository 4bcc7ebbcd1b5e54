package io.lifeboat.executor.action.aws;

import io.lifeboat.executor.action.InvalidParameterException;
import io.lifeboat.executor.action.Parameters;

/**
 * Which cluster of which global cluster is to become the writer.
 *
 * @param globalCluster the global cluster's identifier
 * @param targetArn ARN of the cluster in the region gone to: both calls take an ARN, not an identifier
 *     (API model of rds, FailoverGlobalClusterMessage)
 */
record AuroraParameters(String globalCluster, String targetArn) {

    static AuroraParameters read(Parameters with) {
        String arn = with.part("cluster").text("to");
        if (!arn.matches("arn:aws[a-z-]*:rds:[a-z0-9-]+:[0-9]{12}:cluster:.+")) {
            throw new InvalidParameterException(
                    "cluster/to",
                    arn + " is not the ARN of a cluster",
                    "write arn:aws:rds:<region>:<account>:cluster:<id>");
        }
        return new AuroraParameters(with.text("globalCluster"), arn);
    }

    /** The target's identifier, as DescribeDBClusters takes it. */
    String targetId() {
        return targetArn.substring(targetArn.indexOf(":cluster:") + ":cluster:".length());
    }

    /** The region an ARN names. */
    static String regionOf(String arn) {
        return arn.split(":", 6)[3];
    }
}
