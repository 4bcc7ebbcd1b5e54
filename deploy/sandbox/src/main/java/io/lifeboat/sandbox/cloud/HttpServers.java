package io.lifeboat.sandbox.cloud;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;

/** The JDK's HTTP server, set up as a server that is called often needs it. */
public final class HttpServers {

    static {
        // Without it an answer waits for a delayed acknowledgement: 40 ms a request.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Longer than clients keep an idle connection: otherwise a call now and then meets one that is being closed.
        System.setProperty("sun.net.httpserver.idleInterval", "600");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    private HttpServers() {}

    /** Starts one. */
    public static HttpServer start(InetSocketAddress address, Executor threads, HttpHandler handler) {
        try {
            return started(HttpServer.create(address, 0), threads, handler);
        } catch (IOException e) {
            throw new IllegalStateException("cannot listen on " + address, e);
        }
    }

    /** Starts one that speaks TLS. */
    public static HttpServer start(InetSocketAddress address, Executor threads, HttpHandler handler, SSLContext tls) {
        try {
            HttpsServer server = HttpsServer.create(address, 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return started(server, threads, handler);
        } catch (IOException e) {
            throw new IllegalStateException("cannot listen on " + address, e);
        }
    }

    private static HttpServer started(HttpServer server, Executor threads, HttpHandler handler) {
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
        return server;
    }
}
