package io.lifeboat.sandbox.dns;

import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A resolver in every place, all of one mind; one that cannot be reached does not answer. */
public final class Resolvers implements AutoCloseable {

    private final Cloud cloud;
    private final List<DnsServer> servers = new ArrayList<>();

    private Resolvers(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Starts one in each place; see {@link Place}. */
    public static Resolvers start(Cloud cloud, Responder responder, Collection<Integer> places) throws IOException {
        var resolvers = new Resolvers(cloud);
        for (int place : places) {
            InetAddress address = resolvers.in(place).getAddress();
            resolvers.servers.add(
                    DnsServer.start(address.getHostAddress(), cloud.ports().dns(), responder, () -> cloud.reach()
                            .isUp(address)));
        }
        return resolvers;
    }

    /** Where a place's resolver listens. */
    public InetSocketAddress in(int place) {
        return new InetSocketAddress(
                cloud.net().address(place, Place.RESOLVER_HOST), cloud.ports().dns());
    }

    @Override
    public void close() throws IOException {
        for (var server : servers) {
            server.close();
        }
    }
}
