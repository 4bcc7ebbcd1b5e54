package io.lifeboat.detector.probe;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** One request and its answer, within a time; what is unfinished then is torn down. Runs on one Vert.x context. */
final class HttpExchange {

    /** More of a body is never read: what a watch looks for stands at its beginning. */
    private static final int LARGEST_BODY = 256 * 1024;

    private static final int HTTPS = 443;

    private final Promise<Answered> done = Promise.promise();
    private final Buffer body = Buffer.buffer();
    private @Nullable HttpClientRequest request;

    private HttpExchange() {}

    /** A GET of that URL at that address; TLS and the Host header keep to the URL's own host. */
    static RequestOptions get(URI url, InetAddress address) {
        int port = url.getPort() < 0 ? HTTPS : url.getPort();
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .putHeader("user-agent", "lifeboat-detector");
    }

    /**
     * Sends it.
     *
     * @param onLost called when the connection that was used is closed, now or later
     */
    static Future<Answered> send(
            Vertx vertx, HttpClient client, RequestOptions options, Duration within, Runnable onLost) {
        HttpExchange exchange = new HttpExchange();
        long timer = vertx.setTimer(Math.max(1, within.toMillis()), id -> exchange.fail(new TimeoutException()));
        client.request(options).onComplete(opened -> {
            if (opened.failed()) {
                exchange.fail(opened.cause());
            } else {
                exchange.sendOver(opened.result(), onLost);
            }
        });
        return exchange.done.future().onComplete(ended -> vertx.cancelTimer(timer));
    }

    private void sendOver(HttpClientRequest opened, Runnable onLost) {
        request = opened;
        opened.exceptionHandler(this::fail);
        if (done.future().isComplete()) {
            opened.reset();
            return;
        }
        opened.connection().closeHandler(closed -> onLost.run());
        opened.send().onComplete(answer -> {
            if (answer.failed()) {
                fail(answer.cause());
            } else {
                read(answer.result());
            }
        });
    }

    private void read(HttpClientResponse response) {
        response.exceptionHandler(this::fail);
        response.endHandler(end -> answered(response));
        response.handler(part -> {
            body.appendBuffer(part);
            if (body.length() > LARGEST_BODY) {
                answered(response);
                response.request().reset();
            }
        });
    }

    private void answered(HttpClientResponse response) {
        done.tryComplete(
                new Answered(response.statusCode(), body.toString(StandardCharsets.UTF_8), certificateEnd(response)));
    }

    private void fail(Throwable failure) {
        if (done.tryFail(failure) && request != null) {
            request.reset();
        }
    }

    private static Optional<Instant> certificateEnd(HttpClientResponse response) {
        if (!response.request().connection().isSsl()) {
            return Optional.empty();
        }
        try {
            Certificate leaf =
                    response.request().connection().peerCertificates().getFirst();
            return leaf instanceof X509Certificate x509
                    ? Optional.of(x509.getNotAfter().toInstant())
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }

    /**
     * What came back.
     *
     * @param status the HTTP status
     * @param body its beginning
     * @param certificateEnds when the server's certificate ends; empty when it is not known
     */
    record Answered(int status, String body, Optional<Instant> certificateEnds) {}
}
