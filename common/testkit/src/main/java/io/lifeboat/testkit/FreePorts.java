package io.lifeboat.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds ports nobody listens on. */
public final class FreePorts {

    private FreePorts() {}

    /**
     * A TCP port that was free a moment ago.
     *
     * @param host the address the server will listen on; ports of different loopback addresses do not collide
     */
    public static int next(String host) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + host, e);
        }
    }
}
