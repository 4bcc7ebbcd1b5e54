package io.lifeboat.sandbox.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.HttpServers;
import io.lifeboat.sandbox.cloud.Place;
import io.lifeboat.sandbox.relay.Relay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Two small HTTPS servers in no region. Whoever cannot reach them should doubt himself first. They stand behind relays,
 * so that a cut vantage does not reach them either.
 */
public final class ControlTargets implements AutoCloseable {

    private static final int HOST = 1;
    private static final int SERVER_HOST = 2;

    private final Cloud cloud;
    private final List<HttpServer> servers = new ArrayList<>();
    private final List<Relay> relays = new ArrayList<>();
    private final List<String> urls = new ArrayList<>();

    public ControlTargets(Cloud cloud) {
        this.cloud = cloud;
        serve("one.control.example", Place.FIRST_CONTROL_TARGET);
        serve("two.control.example", Place.SECOND_CONTROL_TARGET);
    }

    /** Such as {@code https://one.control.example:40123/}; any resolver of the sandbox finds the names. */
    public List<String> urls() {
        return List.copyOf(urls);
    }

    private void serve(String name, int place) {
        int port = cloud.ports().https();
        InetAddress address = cloud.net().address(place, HOST);
        var real = new InetSocketAddress(cloud.net().address(place, SERVER_HOST), port);
        var tls = cloud.authority().server(List.of(name), List.of(address));
        servers.add(HttpServers.start(real, cloud.threads(), ControlTargets::answer, tls));
        relays.add(new Relay(cloud, new InetSocketAddress(address, port), () -> real));
        cloud.names().point(name, address, Duration.ofSeconds(5));
        urls.add("https://" + name + ":" + port + "/");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] body = "here\n".getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() throws IOException {
        for (Relay relay : relays) {
            relay.close();
        }
        servers.forEach(server -> server.stop(0));
    }
}
