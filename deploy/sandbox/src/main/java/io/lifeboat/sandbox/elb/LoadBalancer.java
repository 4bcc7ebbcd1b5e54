package io.lifeboat.sandbox.elb;

import io.lifeboat.sandbox.cloud.Region;
import io.lifeboat.sandbox.cloud.TlsEngine;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.KeyCertOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A region's load balancer: ends TLS and passes each request to the next healthy target. With no healthy target it answers
 * 503, with a target that breaks off 502, with one that takes too long 504; in a degraded region it fails its share.
 */
public final class LoadBalancer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoadBalancer.class);
    private static final Duration TARGET_ANSWERS_WITHIN = Duration.ofSeconds(5);
    private static final Duration LOOK_ANSWERS_WITHIN = Duration.ofSeconds(1);
    private static final int CONNECTIONS_TO_A_TARGET = 64;
    private static final Set<String> HOP_BY_HOP = Set.of("connection", "keep-alive", "transfer-encoding", "host");

    private final Region region;
    private final TargetGroup group;
    private final HttpServer server;
    private final HttpClient toTargets;
    private final java.net.http.HttpClient looks = java.net.http.HttpClient.newBuilder()
            .connectTimeout(LOOK_ANSWERS_WITHIN)
            .build();

    private LoadBalancer(Vertx vertx, Region region, TargetGroup group, HttpServerOptions options) {
        this.region = region;
        this.group = group;
        this.server = vertx.createHttpServer(options).requestHandler(this::pass);
        this.toTargets = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS_TO_A_TARGET)
                .setConnectTimeout(Math.toIntExact(LOOK_ANSWERS_WITHIN.toMillis())));
    }

    /**
     * Starts listening.
     *
     * @param keys the certificate it serves
     * @param address where it listens; what stands before it decides who gets through
     */
    public static LoadBalancer start(
            Vertx vertx, Region region, TargetGroup group, KeyCertOptions keys, InetSocketAddress address)
            throws IOException {
        var balancer = new LoadBalancer(
                vertx,
                region,
                group,
                new HttpServerOptions()
                        .setSsl(true)
                        .setSslEngineOptions(TlsEngine.fastest())
                        .setKeyCertOptions(keys));
        try {
            balancer.server
                    .listen(address.getPort(), address.getAddress().getHostAddress())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the load balancer of " + region + " started", interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IOException("the load balancer of " + region + " cannot listen on " + address, failure);
        }
        return balancer;
    }

    /** What it sends to. */
    public TargetGroup group() {
        return group;
    }

    /** Whether at least one target can serve; Route 53 goes by it where an alias evaluates its target. */
    public boolean healthy() {
        return !region.isLost() && group.healthyCount() > 0;
    }

    /** Looks at every target once; blocks for up to a second for each. */
    public void look() {
        group.look(this::passes);
    }

    private boolean passes(Target target) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://" + target.address() + ":" + target.port() + "/health/live"))
                .timeout(LOOK_ANSWERS_WITHIN)
                .build();
        try {
            return looks.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException unreachable) {
            LOG.debug("Target {} does not answer", target, unreachable);
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void pass(HttpServerRequest request) {
        if (region.failsThisTime()) {
            refuse(request, 502);
            return;
        }
        var target = group.next();
        if (target.isEmpty()) {
            refuse(request, 503);
            return;
        }
        request.body()
                .compose(body ->
                        toTargets.request(optionsFor(request, target.get())).compose(onward -> send(onward, body)))
                .onSuccess(answer -> {
                    var response = request.response().setStatusCode(answer.status());
                    copy(answer.headers(), response.headers());
                    response.end(answer.body());
                })
                .onFailure(failure -> {
                    LOG.debug("{} {} failed at {}", request.method(), request.path(), target.get(), failure);
                    refuse(request, failure instanceof TimeoutException ? 504 : 502);
                });
    }

    private static RequestOptions optionsFor(HttpServerRequest request, Target target) {
        return new RequestOptions()
                .setHost(target.address())
                .setPort(target.port())
                .setMethod(request.method())
                .setURI(request.uri())
                .setHeaders(copy(request.headers(), MultiMap.caseInsensitiveMultiMap()))
                .setTimeout(TARGET_ANSWERS_WITHIN.toMillis());
    }

    private record Answered(int status, MultiMap headers, Buffer body) {}

    private static Future<Answered> send(HttpClientRequest onward, Buffer body) {
        return onward.send(body).compose(response -> response.body()
                .map(content -> new Answered(response.statusCode(), response.headers(), content)));
    }

    private static MultiMap copy(MultiMap from, MultiMap to) {
        from.forEach((name, value) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                to.add(name, value);
            }
        });
        return to;
    }

    private static void refuse(HttpServerRequest request, int status) {
        if (!request.response().ended()) {
            request.response().setStatusCode(status).end();
        }
    }

    @Override
    public void close() {
        server.close().onFailure(failure -> LOG.warn("The load balancer of {} did not close", region, failure));
        toTargets.close().onFailure(failure -> LOG.warn("The load balancer of {} did not let go", region, failure));
    }
}
