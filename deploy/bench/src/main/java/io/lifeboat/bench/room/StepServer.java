package io.lifeboat.bench.room;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * What the measured steps act on: each path is a resource that a PUT brings about once. It answers after a while, and counts
 * calls by path and idempotency key.
 */
public final class StepServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Integer> callsByPath = new ConcurrentHashMap<>();
    private final Map<String, String> keyByPath = new ConcurrentHashMap<>();
    private final Map<String, String> strangers = new ConcurrentHashMap<>();
    private volatile Duration delay = Duration.ZERO;

    public StepServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on loopback", e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** Its base URL. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Lets it take that long for each answer. */
    public void delay(Duration time) {
        delay = time;
    }

    /** Forgets what was called. */
    public void forget() {
        callsByPath.clear();
        keyByPath.clear();
        strangers.clear();
    }

    /** How many resources were brought about. */
    public int effects() {
        return callsByPath.size();
    }

    /** Calls of a resource that was called before under the same key: they changed nothing. */
    public int repeatedCalls() {
        return callsByPath.values().stream().mapToInt(calls -> calls - 1).sum() - strangers.size();
    }

    /** Calls of a resource that was called before under another key: an effect that happened twice. */
    public int secondEffects() {
        return strangers.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String key = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Idempotency-Key"), "none");
            String first = keyByPath.putIfAbsent(path, key);
            callsByPath.merge(path, 1, Integer::sum);
            if (first != null && !first.equals(key)) {
                strangers.put(key, path);
            }
            exchange.getRequestBody().readAllBytes();
            Waiting.pause(delay);
            exchange.sendResponseHeaders(200, -1);
        }
    }
}
