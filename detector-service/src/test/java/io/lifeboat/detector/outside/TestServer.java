package io.lifeboat.detector.outside;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An HTTPS server on one loopback address that tests tell what to answer, and ask what it saw. */
public final class TestServer {

    private final Vertx vertx;
    private final HttpServer server;
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    private final Queue<String> callers = new ConcurrentLinkedQueue<>();
    private volatile int status = 200;
    private volatile String body = "fine";
    private volatile long delayMillis;
    private volatile boolean silent;
    private volatile int opened;

    /** Starts one. */
    public TestServer(Vertx vertx, String host, int port, PemKeyCertOptions certificate) {
        this.vertx = vertx;
        this.server = vertx.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setPemKeyCertOptions(certificate)
                        .setHost(host)
                        .setPort(port))
                .connectionHandler(connection -> {
                    opened++;
                    connections.add(connection);
                    connection.closeHandler(closed -> connections.remove(connection));
                })
                .requestHandler(this::answer);
        Waiting.on(server.listen());
    }

    /** What it answers from now on. */
    public TestServer answers(int newStatus, String newBody) {
        status = newStatus;
        body = newBody;
        return this;
    }

    /** How long it takes to answer. */
    public TestServer after(long millis) {
        delayMillis = millis;
        return this;
    }

    /** Takes requests and answers none, as a lost region does. */
    public TestServer silent(boolean now) {
        silent = now;
        return this;
    }

    /** Closes the connections it holds; new ones are taken. */
    public void closeConnections() {
        List.copyOf(connections).forEach(HttpConnection::close);
    }

    /** How many connections it ever took. */
    public int opened() {
        return opened;
    }

    /** How many are open. */
    public int open() {
        return connections.size();
    }

    /** Where requests came from, in their order. */
    public List<String> callers() {
        return List.copyOf(callers);
    }

    /** The port. */
    public int port() {
        return server.actualPort();
    }

    private void answer(HttpServerRequest request) {
        callers.add(request.remoteAddress().hostAddress());
        if (silent) {
            return;
        }
        if (delayMillis == 0) {
            request.response().setStatusCode(status).end(body);
        } else {
            vertx.setTimer(
                    delayMillis,
                    timer -> request.response().setStatusCode(status).end(body));
        }
    }
}
