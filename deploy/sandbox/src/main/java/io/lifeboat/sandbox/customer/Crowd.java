package io.lifeboat.sandbox.customer;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * Who orders, and from where.
 *
 * @param kinds of customers
 * @param from their address, outside every region
 * @param resolver what they ask for names
 * @param shop what they order from
 * @param trustedPem the certificate authority they trust
 */
public record Crowd(List<Kind> kinds, String from, InetSocketAddress resolver, Shopfront shop, String trustedPem) {

    public Crowd {
        kinds = List.copyOf(kinds);
    }

    /** The three kinds, 30 orders a second in all. */
    public static List<Kind> threeKinds(Duration addressHold) {
        return List.of(Kind.fresh(6), Kind.kept(4), Kind.cached(20, addressHold));
    }
}
