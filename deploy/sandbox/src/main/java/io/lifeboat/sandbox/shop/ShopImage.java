package io.lifeboat.sandbox.shop;

import io.lifeboat.sandbox.dns.StubResolver;
import io.lifeboat.sandbox.ecs.TaskImage;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executor;

/** The shop as a service's tasks run it in one region. */
public final class ShopImage implements TaskImage {

    private static final Duration LOOKUP_WITHIN = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final String region;
    private final int port;
    private final InetSocketAddress resolver;
    private final ShopDatabase database;
    private final double ordersPerSecond;
    private final ShopFaults faults;
    private final Executor blocking;

    /**
     * @param port where tasks listen
     * @param resolver the region's own
     * @param ordersPerSecond what one task can take
     * @param blocking runs what waits for the database, one virtual thread each
     */
    public ShopImage(
            Vertx vertx,
            String region,
            int port,
            InetSocketAddress resolver,
            ShopDatabase database,
            double ordersPerSecond,
            ShopFaults faults,
            Executor blocking) {
        this.vertx = vertx;
        this.region = region;
        this.port = port;
        this.resolver = resolver;
        this.database = database;
        this.ordersPerSecond = ordersPerSecond;
        this.faults = faults;
        this.blocking = blocking;
    }

    @Override
    public AutoCloseable start(String address) throws IOException {
        var remembered = new RememberedAddress(new StubResolver(resolver, address, LOOKUP_WITHIN), database.host());
        blocking.execute(remembered::warm);
        var pool = new ConnectionPool(database, address, remembered);
        var capacity = new Capacity(ordersPerSecond, System::nanoTime);
        return ShopTask.start(vertx, region, address, port, pool, capacity, faults, blocking);
    }
}
