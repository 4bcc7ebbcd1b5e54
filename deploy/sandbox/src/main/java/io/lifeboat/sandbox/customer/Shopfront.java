package io.lifeboat.sandbox.customer;

import java.time.Duration;

/**
 * Where customers order.
 *
 * @param name the public name
 * @param port of HTTPS
 * @param patience how long a customer waits for one order
 */
public record Shopfront(String name, int port, Duration patience) {}
