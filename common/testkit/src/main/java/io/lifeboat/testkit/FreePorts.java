package io.lifeboat.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Finds ports nobody listens on, and keeps others from being given them. */
public final class FreePorts {

    /** Kept open, for a socket that nobody refers to is closed, and its port given away. */
    private static final Queue<SocketChannel> RESERVED = new ConcurrentLinkedQueue<>();

    private FreePorts() {}

    /**
     * A TCP port that is free and stays reserved for as long as this process lives: a server that sets SO_REUSEADDR, as
     * Java's, Netty's and PostgreSQL's do, may listen on it, again and again, while neither a connection nor another that
     * asks for any free port is given it.
     *
     * @param host the address the server will listen on; ports of different loopback addresses do not collide
     */
    public static int next(String host) {
        try {
            // Bound and never listening: Linux lets a listener with SO_REUSEADDR beside such a socket, and no automatic
            // choice.
            SocketChannel reserving = SocketChannel.open();
            RESERVED.add(reserving);
            reserving.setOption(StandardSocketOptions.SO_REUSEADDR, true).bind(new InetSocketAddress(host, 0));
            return ((InetSocketAddress) reserving.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + host, e);
        }
    }
}
