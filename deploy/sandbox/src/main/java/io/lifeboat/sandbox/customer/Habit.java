package io.lifeboat.sandbox.customer;

import java.time.Duration;
import java.time.Instant;

/** How a customer decides to go on with an address it knows, or to look the name up again. */
sealed interface Habit {

    /**
     * An address as it was looked up.
     *
     * @param ttl what the answer said
     */
    record Known(String address, Instant lookedUpAt, Duration ttl) {}

    /** Whether the customer goes on with what it knows. */
    boolean keeps(Known known, Instant now, boolean lastOrderFailed);

    /** Whether its connection is held open between orders. */
    default boolean keepsConnection() {
        return false;
    }

    /** Opens a connection for each order, and looks up when the TTL is over. */
    record FollowsTtl() implements Habit {
        @Override
        public boolean keeps(Known known, Instant now, boolean lastOrderFailed) {
            return now.isBefore(known.lookedUpAt().plus(known.ttl()));
        }
    }

    /** Holds on to its connection as long as orders go through, whatever the name says meanwhile. */
    record HoldsConnection() implements Habit {
        @Override
        public boolean keeps(Known known, Instant now, boolean lastOrderFailed) {
            return !lastOrderFailed;
        }

        @Override
        public boolean keepsConnection() {
            return true;
        }
    }

    /**
     * Holds on to an address for a time of its own, whatever the TTL says and even while nobody answers there.
     *
     * @param hold how long
     */
    record HoldsAddress(Duration hold) implements Habit {
        @Override
        public boolean keeps(Known known, Instant now, boolean lastOrderFailed) {
            return now.isBefore(known.lookedUpAt().plus(hold));
        }
    }
}
