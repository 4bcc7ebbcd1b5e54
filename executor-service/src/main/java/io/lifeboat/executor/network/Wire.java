package io.lifeboat.executor.network;

import io.lifeboat.executor.call.CallFailedException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.net.PemTrustOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The event loops that calls to the outside run on, with the resolver of the settings and no address cache.
 *
 * <p>They are apart from the service's own: there, the control room's names are resolved and cached as usual.
 */
@ApplicationScoped
public class Wire {

    private static final Duration LOOKUP_TIMEOUT = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final Optional<PemTrustOptions> trust;

    /** By the settings. */
    public Wire(NetworkSettings settings) {
        AddressResolverOptions resolver = new AddressResolverOptions()
                .setCacheMinTimeToLive(0)
                .setCacheMaxTimeToLive(0)
                .setCacheNegativeTimeToLive(0)
                .setQueryTimeout(LOOKUP_TIMEOUT.toMillis())
                .setMaxQueries(4)
                .setNdots(1);
        settings.resolver().ifPresent(server -> resolver.addServer(server).setSearchDomains(List.of()));
        this.vertx = Vertx.vertx(new VertxOptions()
                .setAddressResolverOptions(resolver)
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(2));
        this.trust = settings.trustedCa().map(path -> new PemTrustOptions().addCertPath(path));
    }

    /** The event loops. */
    public Vertx vertx() {
        return vertx;
    }

    /** Whom to trust; the JDK's authorities when empty. */
    public Optional<PemTrustOptions> trust() {
        return trust;
    }

    /**
     * Waits for an answer.
     *
     * @param what in words, for the failure
     * @throws CallFailedException ambiguous: the caller knows whether the call could change anything
     */
    public <T> T await(String what, Duration timeout, Future<T> answer) {
        try {
            return answer.toCompletionStage().toCompletableFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw NetworkFailures.classify(what, e.getCause());
        } catch (TimeoutException e) {
            throw CallFailedException.ambiguous(
                    what + ": no answer within " + timeout, "see whether it can be reached from here", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallFailedException.ambiguous(what + ": interrupted", "it is looked at again", e);
        }
    }

    @PreDestroy
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
