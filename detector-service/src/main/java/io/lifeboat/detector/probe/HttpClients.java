package io.lifeboat.detector.probe;

import io.lifeboat.detector.network.Trust;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.TrustOptions;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The two HTTPS clients all watches share: one opens a connection for each request, one keeps them. BoringSSL does the
 * handshakes where this platform has it, for the JDK's cost several times as much.
 */
public final class HttpClients {

    /** A connection attempt nobody waits for any more is given up after this. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(5);

    /** Longer than any load balancer keeps an idle connection, so that closing is the other side's doing. */
    private static final Duration KEPT_FOR = Duration.ofHours(4);

    private static final int NO_BOUND = 100_000;

    private final HttpClient fresh;
    private final HttpClient kept;

    /**
     * Makes both.
     *
     * @param vertx runs them
     * @param trust whom they believe
     * @param source the local address they call from, or empty for any
     */
    public HttpClients(Vertx vertx, Trust trust, Optional<InetAddress> source) {
        this.fresh = vertx.createHttpClient(options(trust, source).setKeepAlive(false));
        this.kept = vertx.createHttpClient(
                options(trust, source).setKeepAlive(true).setKeepAliveTimeout(Math.toIntExact(KEPT_FOR.toSeconds())));
    }

    HttpClient keeping(boolean connections) {
        return connections ? kept : fresh;
    }

    private static HttpClientOptions options(Trust trust, Optional<InetAddress> source) {
        HttpClientOptions options = new HttpClientOptions()
                .setSsl(true)
                .setVerifyHost(true)
                .setForceSni(true)
                .setTrustOptions(TrustOptions.wrap(trust.authorities()))
                .setSslEngineOptions(
                        OpenSSLEngineOptions.isAvailable() ? new OpenSSLEngineOptions() : new JdkSSLEngineOptions())
                .setMaxPoolSize(NO_BOUND)
                .setConnectTimeout(Math.toIntExact(FORGOTTEN_AFTER.toMillis()))
                .setSslHandshakeTimeout(FORGOTTEN_AFTER.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        source.ifPresent(address -> options.setLocalAddress(address.getHostAddress()));
        return options;
    }
}
