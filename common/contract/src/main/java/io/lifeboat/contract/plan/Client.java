package io.lifeboat.contract.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The kind of customer an entrance watch behaves like. Customers of different kinds are served again at different times,
 * and each kind's recovery time is stated by a watch that lived through it.
 *
 * @param keepAlive whether the connection is held open between requests
 * @param addressCache how long this kind holds on to an address whatever the TTL says, or null when it respects TTLs.
 *     The watch stands for the unluckiest such customer: it always uses the oldest address one of them may hold
 * @param share the part of all customers that are of this kind, 0 to 1
 */
public record Client(boolean keepAlive, @Nullable Duration addressCache, double share) {

    /** A new connection and a fresh lookup each time; stands for every customer. */
    public static final Client FRESH = new Client(false, null, 1.0);
}
