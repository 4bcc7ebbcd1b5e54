package io.lifeboat.sandbox.shop;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running copy of the shop.
 *
 * <pre>
 *   POST /orders          {"id": uuid}, or no body: 201 {"id", "region"} once the order is committed
 *   GET  /orders/{id}     200 {"id", "region"}, or 404
 *   GET  /health/live     200 while the process is alive
 *   GET  /health/ready    200 when it could write to the database it found
 * </pre>
 *
 * Where the database does not take the write the answer is 503; above the task's capacity it is 503 with Retry-After.
 */
final class ShopTask implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShopTask.class);

    private final String region;
    private final String address;
    private final Orders orders;
    private final ConnectionPool pool;
    private final Capacity capacity;
    private final ShopFaults faults;
    private final Executor blocking;
    private final HttpServer server;

    private ShopTask(
            Vertx vertx,
            String region,
            String address,
            ConnectionPool pool,
            Capacity capacity,
            ShopFaults faults,
            Executor blocking) {
        this.region = region;
        this.address = address;
        this.orders = new Orders(pool);
        this.pool = pool;
        this.capacity = capacity;
        this.faults = faults;
        this.blocking = blocking;
        this.server = vertx.createHttpServer().requestHandler(this::answer);
    }

    /** Listens at the address until closed. */
    static ShopTask start(
            Vertx vertx,
            String region,
            String address,
            int port,
            ConnectionPool pool,
            Capacity capacity,
            ShopFaults faults,
            Executor blocking)
            throws IOException {
        var task = new ShopTask(vertx, region, address, pool, capacity, faults, blocking);
        try {
            task.server
                    .listen(port, address)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a task of the shop started", interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IOException("a task of the shop cannot listen on " + address + ":" + port, failure);
        }
        return task;
    }

    private void answer(HttpServerRequest request) {
        if (request.path().equals("/health/live")) {
            reply(request, 200, new JsonObject().put("status", "alive"));
            return;
        }
        request.body()
                .onSuccess(body -> blocking.execute(() -> serve(request, body.toString())))
                .onFailure(failure -> LOG.debug("A request broke off", failure));
    }

    private void serve(HttpServerRequest request, String body) {
        try {
            if (faults.fails(region)) {
                problem(request, 500, "The shop fails in " + region);
            } else if (request.path().equals("/health/ready")) {
                orders.prove(address);
                reply(request, 200, new JsonObject().put("status", "ready").put("region", region));
            } else if (request.path().equals("/orders") && HttpMethod.POST.equals(request.method())) {
                place(request, body);
            } else if (request.path().startsWith("/orders/") && HttpMethod.GET.equals(request.method())) {
                find(request, UUID.fromString(request.path().substring("/orders/".length())));
            } else {
                problem(request, 404, "Nothing is served at " + request.path());
            }
        } catch (SQLException refused) {
            problem(request, 503, "The database does not serve: " + refused.getMessage());
        } catch (CompletionException notFound) {
            problem(request, 503, "The database was not found: " + notFound.getMessage());
        } catch (IllegalArgumentException | DecodeException malformed) {
            problem(request, 400, "The order's id must be a UUID: " + malformed.getMessage());
        }
    }

    private void place(HttpServerRequest request, String body) throws SQLException {
        if (!capacity.take()) {
            request.response().putHeader("Retry-After", "1");
            problem(request, 503, "This task takes no more orders now");
            return;
        }
        var given = body.isBlank() ? null : new JsonObject(body).getString("id");
        var id = given == null ? UUID.randomUUID() : UUID.fromString(given);
        orders.place(id, region);
        request.response().putHeader("Location", "/orders/" + id);
        reply(request, 201, order(id, region));
    }

    private void find(HttpServerRequest request, UUID id) throws SQLException {
        var placedIn = orders.find(id);
        if (placedIn.isPresent()) {
            reply(request, 200, order(id, placedIn.get()));
        } else {
            problem(request, 404, "There is no order " + id);
        }
    }

    private static JsonObject order(UUID id, String region) {
        return new JsonObject().put("id", id.toString()).put("region", region);
    }

    private static void problem(HttpServerRequest request, int status, String detail) {
        reply(request, status, new JsonObject().put("status", status).put("detail", detail));
    }

    private static void reply(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", status >= 400 ? "application/problem+json" : "application/json")
                .end(body.toBuffer())
                .onFailure(gone -> LOG.debug("The asker of {} had gone", request.path(), gone));
    }

    @Override
    public void close() {
        pool.close();
        server.close().onFailure(failure -> LOG.warn("The task at {} did not close", address, failure));
    }
}
