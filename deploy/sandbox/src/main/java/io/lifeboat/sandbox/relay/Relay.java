package io.lifeboat.sandbox.relay;

import io.lifeboat.sandbox.cloud.Cloud;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands at a region's address in front of a real server. Bytes pass while the two sides reach each other; when they do
 * not, connections stay open and silent, and go on where they stopped once the region returns.
 */
public final class Relay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int CHUNK = 16 * 1024;

    private final Cloud cloud;
    private final InetAddress here;
    private final Supplier<InetSocketAddress> server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Door door;

    /**
     * Opens a relay.
     *
     * @param listen where it stands
     * @param server where the real server is, asked anew for each connection
     */
    public Relay(Cloud cloud, InetSocketAddress listen, Supplier<InetSocketAddress> server) {
        this.cloud = cloud;
        this.here = listen.getAddress();
        this.server = server;
        this.door = new Door(cloud, listen, this::serve);
    }

    /** Drops every connection there is now, as a restart of the server would. */
    public void dropAll() {
        sockets.forEach(Door::closeQuietly);
    }

    private void serve(Socket guest) {
        InetAddress source = guest.getInetAddress();
        Socket host = new Socket();
        sockets.add(guest);
        sockets.add(host);
        try {
            cloud.reach().awaitOpen(source, here);
            guest.setTcpNoDelay(true);
            host.setTcpNoDelay(true);
            host.connect(server.get());
            var back = cloud.threads().submit(() -> pump(host, guest, source));
            pump(guest, host, source);
            back.get();
        } catch (IOException e) {
            log.debug("A relayed connection could not be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            log.debug("A relayed connection broke", e);
        } finally {
            forget(guest);
            forget(host);
        }
    }

    private void pump(Socket from, Socket to, InetAddress source) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                cloud.reach().awaitOpen(source, here);
                out.write(chunk, 0, length);
                out.flush();
            }
            cloud.reach().awaitOpen(source, here);
            to.shutdownOutput();
        } catch (IOException e) {
            // One side broke: the other learns it the same way, once it can be reached.
            whenOpen(source, () -> {
                Door.closeQuietly(from);
                Door.closeQuietly(to);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void whenOpen(InetAddress source, Runnable action) {
        try {
            cloud.reach().awaitOpen(source, here);
            action.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forget(Socket socket) {
        sockets.remove(socket);
        Door.closeQuietly(socket);
    }

    @Override
    public void close() throws IOException {
        door.close();
        dropAll();
    }
}
