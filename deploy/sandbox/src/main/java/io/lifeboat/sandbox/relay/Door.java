package io.lifeboat.sandbox.relay;

import io.lifeboat.sandbox.cloud.Cloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listening socket in a place that can be lost. While it is, a connection attempt is not refused and not accepted: it
 * hangs, as packets to a lost region do.
 *
 * <p>To get there on a loopback interface the door stops accepting and fills its own queue; Linux then drops further
 * SYNs. When the place is back the queue is emptied, and attempts that still wait get through.
 */
final class Door implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Door.class);
    private static final int QUEUE = 32;
    private static final int FILL_TIMEOUT_MILLIS = 30;

    private final Cloud cloud;
    private final InetSocketAddress address;
    private final ServerSocket server;
    private final Consumer<Socket> guests;
    private final List<Socket> fillers = new CopyOnWriteArrayList<>();
    private final Set<Integer> fillerPorts = ConcurrentHashMap.newKeySet();

    Door(Cloud cloud, InetSocketAddress address, Consumer<Socket> guests) {
        this.cloud = cloud;
        this.address = address;
        this.guests = guests;
        try {
            this.server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(address, QUEUE);
        } catch (IOException e) {
            throw new IllegalStateException("cannot listen on " + address, e);
        }
        cloud.regions().values().stream()
                .filter(region -> region.place() == cloud.net().placeOf(address.getAddress()))
                .forEach(region ->
                        region.onChange((before, after) -> cloud.threads().execute(this::lookAround)));
        cloud.threads().execute(this::accept);
    }

    private void accept() {
        InetAddress here = address.getAddress();
        try {
            while (!server.isClosed()) {
                cloud.reach().awaitUp(here);
                Socket guest = server.accept();
                if (isFiller(guest)) {
                    guest.close();
                } else {
                    cloud.threads().execute(() -> guests.accept(guest));
                }
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                log.error("The door at {} no longer opens", address, e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isFiller(Socket guest) {
        return fillerPorts.remove(guest.getPort());
    }

    private synchronized void lookAround() {
        boolean up = cloud.reach().isUp(address.getAddress());
        if (!up && fillers.isEmpty()) {
            fill();
        } else if (up) {
            fillers.forEach(Door::closeQuietly);
            fillers.clear();
        }
    }

    // The accept that is under way takes one out again, so the queue is full only at the second miss.
    private void fill() {
        for (int missed = 0; missed < 2 && !cloud.reach().isUp(address.getAddress()); ) {
            Socket filler = new Socket();
            try {
                filler.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                fillerPorts.add(filler.getLocalPort());
                filler.connect(address, FILL_TIMEOUT_MILLIS);
                fillers.add(filler);
            } catch (SocketTimeoutException full) {
                closeQuietly(filler);
                missed++;
            } catch (IOException e) {
                closeQuietly(filler);
                if (!server.isClosed()) {
                    log.warn("The door at {} could not be blocked", address, e);
                }
                return;
            }
        }
    }

    static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            log.debug("A socket was closed already", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        fillers.forEach(Door::closeQuietly);
    }
}
