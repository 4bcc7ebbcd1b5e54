package io.lifeboat.sandbox.cloud;

import java.net.InetAddress;

/**
 * A place that somebody looks from, with addresses of its own, so that it can be cut off alone.
 *
 * @param place the third byte of its addresses
 * @param source what it sends from
 * @param resolver the DNS resolver it asks
 * @param aws where it finds the AWS endpoint
 */
public record Vantage(String name, int place, InetAddress source, InetAddress resolver, InetAddress aws) {

    static Vantage at(Net net, String name, int place) {
        return new Vantage(
                name,
                place,
                net.address(place, 1),
                net.address(place, Place.RESOLVER_HOST),
                net.address(place, Place.AWS_HOST));
    }
}
