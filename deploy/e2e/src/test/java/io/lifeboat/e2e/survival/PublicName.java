package io.lifeboat.e2e.survival;

import io.lifeboat.e2e.stack.SandboxInfo;
import io.lifeboat.sandbox.dns.StubResolver;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What the public name answers, asked ten times a second from where no region's loss is felt. */
final class PublicName implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration EVERY = Duration.ofMillis(100);

    /** An answer, or that there was none. */
    record Answer(Instant at, String address) {}

    private final StubResolver resolver;
    private final String name;
    private final List<Answer> answers = new ArrayList<>();
    private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> asked;

    PublicName(SandboxInfo sandbox) {
        SandboxInfo.Place room = sandbox.controlRoom();
        String[] resolving = room.resolver().split(":", 2);
        try {
            this.resolver = new StubResolver(
                    new InetSocketAddress(resolving[0], Integer.parseInt(resolving[1])), room.source(), PATIENCE);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(room + " is no place", e);
        }
        this.name = sandbox.names().get("public");
        this.asked = asking.scheduleWithFixedDelay(this::ask, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The address of a region's entrance. */
    String entrance(String region) {
        return lookup("api." + region + ".shop.example");
    }

    /** Everything answered since then, in order. */
    synchronized List<Answer> since(Instant from) {
        if (asked.isDone()) {
            throw new IllegalStateException("nobody asks any more", asked.exceptionNow());
        }
        return answers.stream().filter(answer -> !answer.at().isBefore(from)).toList();
    }

    /** When that address was answered first since then. */
    Optional<Instant> first(String address, Instant from) {
        return since(from).stream()
                .filter(answer -> answer.address().equals(address))
                .map(Answer::at)
                .findFirst();
    }

    private void ask() {
        String address = lookup(name);
        synchronized (this) {
            answers.add(new Answer(Instant.now(), address));
        }
    }

    private String lookup(String host) {
        try {
            return resolver.lookup(host).toCompletableFuture().join().first();
        } catch (CompletionException e) {
            return "no answer: " + e.getCause();
        }
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
