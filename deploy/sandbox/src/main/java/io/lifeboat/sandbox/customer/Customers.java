package io.lifeboat.sandbox.customer;

import io.lifeboat.sandbox.cloud.TlsEngine;
import io.lifeboat.sandbox.dns.StubResolver;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All customers. They start and stop ordering when the operator says so; what they wrote down stays. */
public final class Customers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Customers.class);
    private static final int ORDERS_UNDER_WAY = 64;

    /** The customers of one kind. */
    record Group(Kind kind, List<Customer> customers) {}

    private final Vertx vertx;
    private final Crowd crowd;
    private final InstantSource clock;
    private final List<HttpClient> clients = new ArrayList<>();
    private final List<Long> timers = new ArrayList<>();
    private List<Group> groups = List.of();
    private @Nullable Instant orderingBegan;
    private @Nullable Instant orderingEnded;

    public Customers(Vertx vertx, Crowd crowd, InstantSource clock) {
        this.vertx = vertx;
        this.crowd = crowd;
        this.clock = clock;
    }

    /** Begins to order with an empty record; true unless they were ordering already. */
    public synchronized boolean start() {
        if (running()) {
            return false;
        }
        closeClients();
        orderingBegan = clock.instant();
        orderingEnded = null;
        groups = crowd.kinds().stream().map(this::gather).toList();
        groups.forEach(this::letOrder);
        return true;
    }

    /** Goes on ordering with an empty record, for another disaster; true when they were ordering. */
    public synchronized boolean restart() {
        boolean ordering = stop();
        start();
        return ordering;
    }

    /** Stops ordering; true unless they had stopped already. */
    public synchronized boolean stop() {
        var stopped = running();
        if (stopped) {
            orderingEnded = clock.instant();
        }
        timers.forEach(vertx::cancelTimer);
        timers.clear();
        return stopped;
    }

    synchronized boolean running() {
        return !timers.isEmpty();
    }

    synchronized List<Group> groups() {
        return groups;
    }

    /** When they began, or empty when they never did. */
    synchronized Optional<Instant> orderingBegan() {
        return Optional.ofNullable(orderingBegan);
    }

    /** Until when the record tells what customers lived through: now, or when they stopped. */
    synchronized Instant until() {
        return orderingEnded == null ? clock.instant() : orderingEnded;
    }

    private Group gather(Kind kind) {
        // Those who keep a connection have one each; the others share a client that keeps none.
        var shared = kind.habit().keepsConnection() ? null : client(kind);
        var customers = IntStream.range(0, kind.customers())
                .mapToObj(i -> customer(kind, i, shared == null ? client(kind) : shared))
                .toList();
        return new Group(kind, customers);
    }

    private Customer customer(Kind kind, int index, HttpClient client) {
        try {
            var resolver = new StubResolver(
                    crowd.resolver(), crowd.from(), crowd.shop().patience());
            var age = kind.habit() instanceof Habit.HoldsAddress(var hold) ? kind.phase(index, hold) : Duration.ZERO;
            return new Customer(kind.habit(), age, crowd.shop(), resolver, client, clock);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(crowd.from() + " is no address", impossible);
        }
    }

    private HttpClient client(Kind kind) {
        boolean keeps = kind.habit().keepsConnection();
        int patience = Math.toIntExact(crowd.shop().patience().toMillis());
        var client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(keeps)
                .setMaxPoolSize(keeps ? 1 : ORDERS_UNDER_WAY)
                .setConnectTimeout(Math.toIntExact(crowd.shop().connectWithin().toMillis()))
                .setSslHandshakeTimeout(patience)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setSslEngineOptions(TlsEngine.fastest())
                .setLocalAddress(crowd.from())
                .setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(crowd.trustedPem()))));
        clients.add(client);
        return client;
    }

    private void letOrder(Group group) {
        long every = group.kind().every().toMillis();
        for (int i = 0; i < group.customers().size(); i++) {
            var customer = group.customers().get(i);
            long first = Math.max(1, group.kind().phase(i, group.kind().every()).toMillis());
            timers.add(vertx.setPeriodic(first, every, tick -> customer.order()));
        }
    }

    private void closeClients() {
        clients.forEach(client ->
                client.close().onFailure(failure -> LOG.warn("A customer's connections did not close", failure)));
        clients.clear();
    }

    @Override
    public synchronized void close() {
        stop();
        closeClients();
    }
}
