package io.lifeboat.sandbox.customer;

import java.time.Instant;
import java.util.UUID;

/**
 * An order that the shop confirmed to a customer.
 *
 * @param at when the customer read the confirmation
 */
record Confirmed(UUID order, Instant at) {}
