package io.lifeboat.sandbox.cloud;

/**
 * Ports, the same in every region.
 *
 * @param https load balancers and web servers
 * @param postgres databases
 * @param dns resolvers
 * @param aws the AWS endpoint and, in each region, plain S3
 * @param control the operator's REST
 */
public record Ports(int https, int postgres, int dns, int aws, int control) {

    public static Ports free() {
        return new Ports(Net.freePort(), Net.freePort(), Net.freePort(), Net.freePort(), Net.freePort());
    }
}
