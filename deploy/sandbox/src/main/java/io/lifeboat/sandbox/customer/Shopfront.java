package io.lifeboat.sandbox.customer;

import java.time.Duration;

/**
 * Where customers order.
 *
 * @param name the public name
 * @param port of HTTPS
 * @param connectWithin how long a customer waits for a connection; nobody answers in a lost region, and this is how soon
 *     it is noticed
 * @param patience how long a customer waits for one order
 */
public record Shopfront(String name, int port, Duration connectWithin, Duration patience) {}
