package io.lifeboat.sandbox.customer;

import io.lifeboat.sandbox.dns.StubResolver;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One customer, who places an order when its turn comes, one at a time, and gives up on it after a while. */
final class Customer {

    private static final Logger LOG = LoggerFactory.getLogger(Customer.class);
    private static final int CREATED = 201;

    private final Habit habit;
    private final Duration firstLookupAge;
    private final Shopfront shop;
    private final StubResolver resolver;
    private final HttpClient client;
    private final InstantSource clock;
    private final OrderBook book = new OrderBook();
    private boolean ordering;
    private boolean lastFailed;
    private Habit.@Nullable Known known;

    /**
     * @param firstLookupAge how long ago the first lookup counts as done, so that customers of a kind do not all look up
     *     at once
     */
    Customer(
            Habit habit,
            Duration firstLookupAge,
            Shopfront shop,
            StubResolver resolver,
            HttpClient client,
            InstantSource clock) {
        this.habit = habit;
        this.firstLookupAge = firstLookupAge;
        this.shop = shop;
        this.resolver = resolver;
        this.client = client;
        this.clock = clock;
    }

    OrderBook book() {
        return book;
    }

    /** Places an order unless the one before is still under way. */
    void order() {
        if (!begin()) {
            return;
        }
        var id = UUID.randomUUID();
        address()
                .compose(address -> client.request(options(address)))
                .compose(request -> send(request, id))
                .onSuccess(status -> ended(id, status == CREATED))
                .onFailure(failure -> {
                    LOG.trace("An order failed", failure);
                    ended(id, false);
                });
    }

    private synchronized boolean begin() {
        if (ordering) {
            return false;
        }
        ordering = true;
        return true;
    }

    private synchronized void ended(UUID id, boolean success) {
        var now = clock.instant();
        if (success) {
            book.confirmed(id, now);
        } else {
            book.failed(now);
        }
        lastFailed = !success;
        ordering = false;
    }

    private synchronized Future<String> address() {
        var now = clock.instant();
        if (known != null && habit.keeps(known, now, lastFailed)) {
            return Future.succeededFuture(known.address());
        }
        var age = known == null ? firstLookupAge : Duration.ZERO;
        return Future.fromCompletionStage(resolver.lookup(shop.name()))
                .map(found -> remember(new Habit.Known(found.first(), now.minus(age), found.ttl())));
    }

    private synchronized String remember(Habit.Known found) {
        known = found;
        return found.address();
    }

    private RequestOptions options(String address) {
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(shop.port(), address))
                .setHost(shop.name())
                .setPort(shop.port())
                .setSsl(true)
                .setMethod(HttpMethod.POST)
                .setURI("/orders")
                .setTimeout(shop.patience().toMillis());
    }

    private static Future<Integer> send(HttpClientRequest request, UUID id) {
        return request.send(new JsonObject().put("id", id.toString()).toBuffer())
                .compose(response -> response.body().map(body -> response.statusCode()));
    }
}
