package io.lifeboat.bench.detect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.lifeboat.bench.room.Authority;
import io.lifeboat.bench.room.Vantages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What is watched: an HTTPS server whose home region can be made to answer 503 from one moment to the next. */
final class Target implements AutoCloseable {

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private volatile boolean failing;

    Target(Authority authority) {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on loopback", e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(authority.server()));
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Its base URL; regions are paths below it. */
    URI url() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** URLs below it that always answer, for detectors to tell their own trouble by. */
    List<String> controls() {
        return List.of(url() + "control-a", url() + "control-b");
    }

    /** What the peer looks at: the home region. */
    URI home() {
        return url().resolve(Vantages.HOME);
    }

    /** From now on the home region answers 503; returns when that was. */
    long fail() {
        failing = true;
        return System.nanoTime();
    }

    void mend() {
        failing = false;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean home = exchange.getRequestURI().getPath().endsWith(Vantages.HOME);
            exchange.sendResponseHeaders(home && failing ? 503 : 200, -1);
        }
    }
}
