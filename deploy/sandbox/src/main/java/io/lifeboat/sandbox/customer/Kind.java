package io.lifeboat.sandbox.customer;

import java.time.Duration;

/**
 * A kind of customer.
 *
 * @param name as the record names it
 * @param habit how it finds the shop
 * @param customers how many of them order
 * @param every how often each of them does
 * @param share the part of all the world's customers they stand for, 0 to 1
 */
public record Kind(String name, Habit habit, int customers, Duration every, double share) {

    /** Each customer's turn within a period, spread evenly: 0 for the first, almost one period for the last. */
    Duration phase(int customer, Duration period) {
        return period.multipliedBy(customer).dividedBy(customers);
    }

    /** Respects TTLs and opens a new connection for each order. */
    static Kind fresh(int customers) {
        return new Kind("fresh", new Habit.FollowsTtl(), customers, Duration.ofSeconds(1), 0.90);
    }

    /** Keeps its connection. */
    static Kind kept(int customers) {
        return new Kind("kept", new Habit.HoldsConnection(), customers, Duration.ofSeconds(1), 0.09);
    }

    /** Keeps the address it looked up for a time of its own; when each of them looks up is spread evenly over that time. */
    static Kind cached(int customers, Duration hold) {
        return new Kind("cached", new Habit.HoldsAddress(hold), customers, Duration.ofSeconds(1), 0.01);
    }
}
