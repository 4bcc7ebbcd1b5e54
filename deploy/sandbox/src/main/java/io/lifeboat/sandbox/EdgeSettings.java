package io.lifeboat.sandbox;

import java.time.Duration;

/**
 * The edge's own pace and sizes. AWS promises none of these times.
 *
 * @param taskStart from asking for a task until it runs
 * @param taskDrain from a task's leaving its target group until it is stopped
 * @param targetLook how often a load balancer looks at its targets
 * @param healthCheckLook how often a Route 53 health check looks, whatever its interval says (10 s or 30 s at AWS)
 * @param entranceTimeToLive of the load balancers' names and so of every alias to them; 60 s at AWS
 * @param propagation from a change of records until it is answered with; usually within 60 s at AWS
 * @param ordersPerSecond what one task of the shop can take; all customers together place 30
 * @param addressHold how long the third kind of customer keeps an address
 * @param connectWithin how long a customer waits for a connection
 * @param patience how long a customer waits for an order
 */
public record EdgeSettings(
        Duration taskStart,
        Duration taskDrain,
        Duration targetLook,
        Duration healthCheckLook,
        Duration entranceTimeToLive,
        Duration propagation,
        double ordersPerSecond,
        Duration addressHold,
        Duration connectWithin,
        Duration patience) {

    public static final EdgeSettings DEFAULT = new EdgeSettings(
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            18,
            Duration.ofSeconds(300),
            Duration.ofMillis(600),
            Duration.ofSeconds(2));

    public EdgeSettings withAddressHold(Duration value) {
        return new EdgeSettings(
                taskStart,
                taskDrain,
                targetLook,
                healthCheckLook,
                entranceTimeToLive,
                propagation,
                ordersPerSecond,
                value,
                connectWithin,
                patience);
    }
}
