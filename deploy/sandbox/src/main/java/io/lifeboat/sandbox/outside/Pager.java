package io.lifeboat.sandbox.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.HttpServers;
import io.lifeboat.sandbox.cloud.Place;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes every page and announcement that is posted, and keeps them for the operator to look at. */
public final class Pager implements AutoCloseable {

    private static final int HOST = 4;

    /** A page that came in. */
    public record Page(Instant at, String path, String body) {}

    private final Cloud cloud;
    private final HttpServer server;
    private final List<Page> pages = new CopyOnWriteArrayList<>();

    public Pager(Cloud cloud) {
        this.cloud = cloud;
        var address = new InetSocketAddress(
                cloud.net().address(Place.GLOBAL, HOST), cloud.ports().control());
        this.server = HttpServers.start(address, cloud.threads(), this::take);
    }

    /** Where pages are posted to. */
    public String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/pages";
    }

    /** All pages so far, oldest first. */
    public List<Page> pages() {
        return List.copyOf(pages);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            pages.add(new Page(cloud.clock().instant(), exchange.getRequestURI().getPath(), body));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
