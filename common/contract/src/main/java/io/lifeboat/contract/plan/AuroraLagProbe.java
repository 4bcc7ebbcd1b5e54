package io.lifeboat.contract.plan;

/**
 * The replication lag of an Aurora global database, as CloudWatch publishes it: {@code AuroraGlobalDBRPOLag} in
 * milliseconds, in a secondary's region only, under the secondary cluster's id (Aurora user guide, disaster recovery).
 *
 * @param globalCluster the global cluster's identifier
 * @param target a target of the plan whose {@code read} role may look
 */
public record AuroraLagProbe(String globalCluster, String target) implements Probe {

    public AuroraLagProbe {
        target = target == null ? "app" : target;
    }
}
