package io.lifeboat.sandbox.s3;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A region's S3 as anybody without credentials reads it: {@code GET /bucket/key} of a bucket that is publicly read. What
 * is not there, or not for everybody, is 403, as S3 answers those who may not list the bucket.
 */
public final class PlainS3 implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PlainS3.class);
    private static final int FORBIDDEN = 403;

    private final String region;
    private final Collection<Bucket> buckets;
    private final HttpServer server;

    private PlainS3(Vertx vertx, String region, Collection<Bucket> buckets) {
        this.region = region;
        this.buckets = buckets.stream()
                .filter(bucket -> bucket.region().equals(region))
                .toList();
        this.server = vertx.createHttpServer().requestHandler(this::answer);
    }

    /** Listens at the address; what stands before it decides who gets through. */
    public static PlainS3 start(Vertx vertx, String region, Collection<Bucket> buckets, InetSocketAddress address)
            throws IOException {
        var plain = new PlainS3(vertx, region, buckets);
        try {
            plain.server
                    .listen(address.getPort(), address.getAddress().getHostAddress())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while S3 of " + region + " started", interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IOException("S3 of " + region + " cannot listen on " + address, failure);
        }
        return plain;
    }

    private void answer(HttpServerRequest request) {
        var object = !HttpMethod.GET.equals(request.method()) && !HttpMethod.HEAD.equals(request.method())
                ? Optional.<Bucket.StoredObject>empty()
                : buckets.stream()
                        .filter(Bucket::publiclyRead)
                        .filter(bucket -> request.path().startsWith("/" + bucket.name() + "/"))
                        .findFirst()
                        .flatMap(bucket -> bucket.find(
                                request.path().substring(bucket.name().length() + 2)));
        var response = request.response();
        if (object.isEmpty()) {
            response.setStatusCode(FORBIDDEN).end();
        } else {
            response.putHeader("Content-Type", object.get().contentType())
                    .end(Buffer.buffer(object.get().content()));
        }
    }

    @Override
    public void close() {
        server.close().onFailure(failure -> LOG.warn("S3 of {} did not close", region, failure));
    }
}
