package io.lifeboat.sandbox.shop;

import io.lifeboat.sandbox.dns.StubResolver;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A name looked up once and never again, as a JVM does whose {@code networkaddress.cache.ttl} is -1. Only a new process
 * finds a writer that has moved; this is why a recovery must roll the application.
 */
final class RememberedAddress implements Supplier<String> {

    private final StubResolver resolver;
    private final String host;
    private @Nullable String address;

    RememberedAddress(StubResolver resolver, String host) {
        this.resolver = resolver;
        this.host = host;
    }

    @Override
    public synchronized String get() {
        if (address == null) {
            address = resolver.lookup(host).toCompletableFuture().join().first();
        }
        return address;
    }

    /** Looks the name up now, as an application does when it starts; a failure is left to the first request. */
    void warm() {
        try {
            get();
        } catch (CompletionException notFound) {
            // Nothing is remembered, so the first connection asks again and reports what is wrong.
            address = null;
        }
    }
}
