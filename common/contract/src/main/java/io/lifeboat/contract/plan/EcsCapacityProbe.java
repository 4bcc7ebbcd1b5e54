package io.lifeboat.contract.plan;

/**
 * How many tasks an ECS service is to run in the active region: DescribeServices and DescribeScalableTargets, sampled
 * beforehand, because a region that is gone cannot be asked how much it ran. It judges nothing: capacity is known or
 * unknown, and never down.
 *
 * @param cluster name of the ECS cluster
 * @param service name of the ECS service
 * @param target a target of the plan whose {@code read} role may look
 */
public record EcsCapacityProbe(String cluster, String service, String target) implements Probe {

    public EcsCapacityProbe {
        target = target == null ? "app" : target;
    }
}
