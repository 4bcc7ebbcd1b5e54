package io.lifeboat.sandbox.cloud;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * A place that somebody looks from, with addresses of its own, so that it can be cut off alone.
 *
 * @param region the region it stands in and is lost with, or null when it stands in none
 * @param place the third byte of its addresses
 * @param source what it sends from
 * @param resolver the DNS resolver it asks
 * @param aws where it finds the AWS endpoint
 */
public record Vantage(
        String name, @Nullable String region, int place, InetAddress source, InetAddress resolver, InetAddress aws) {

    static Vantage at(Net net, String name, @Nullable String region, int place) {
        return new Vantage(
                name,
                region,
                place,
                net.address(place, 1),
                net.address(place, Place.RESOLVER_HOST),
                net.address(place, Place.AWS_HOST));
    }
}
