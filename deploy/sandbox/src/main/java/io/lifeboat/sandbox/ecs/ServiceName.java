package io.lifeboat.sandbox.ecs;

/**
 * What a service is known by.
 *
 * @param region where it runs
 * @param account whose it is, 12 digits
 * @param cluster the cluster's short name
 * @param service the service's short name
 */
public record ServiceName(String region, String account, String cluster, String service) {

    String clusterArn() {
        return "arn:aws:ecs:" + region + ":" + account + ":cluster/" + cluster;
    }

    String serviceArn() {
        return "arn:aws:ecs:" + region + ":" + account + ":service/" + cluster + "/" + service;
    }

    String taskArn(String id) {
        return "arn:aws:ecs:" + region + ":" + account + ":task/" + cluster + "/" + id;
    }

    /** As Application Auto Scaling names it. */
    public String scalableId() {
        return "service/" + cluster + "/" + service;
    }

    String taskDefinitionArn() {
        return "arn:aws:ecs:" + region + ":" + account + ":task-definition/" + service + ":1";
    }
}
