package io.lifeboat.sandbox.customer;

import java.time.Instant;

/**
 * How one order went.
 *
 * @param at when the customer knew
 * @param confirmed whether it was confirmed
 */
record Attempt(Instant at, boolean confirmed) {}
