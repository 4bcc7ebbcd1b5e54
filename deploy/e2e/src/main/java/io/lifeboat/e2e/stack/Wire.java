package io.lifeboat.e2e.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The line between one process and one server it depends on, which a test can cut: a relay of TCP connections on loopback.
 *
 * <p>Whole, it passes everything. Cut, it drops its connections and those that are tried, as a server that is gone does.
 * Silent, connections stay and open, and nothing passes, as when a network loses every packet.
 */
public final class Wire implements AutoCloseable {

    private enum Condition {
        WHOLE,
        CUT,
        SILENT
    }

    private static final int BUFFER = 16 * 1024;
    private static final long LOOKS_EVERY_MILLIS = 20;

    private final ServerSocket door;
    private final AtomicReference<Condition> condition = new AtomicReference<>(Condition.WHOLE);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;

    private Wire(ServerSocket door) {
        this.door = door;
        Thread.ofVirtual().name("wire " + door.getLocalPort()).start(this::accept);
    }

    /** A wire at a free port, which leads nowhere yet. */
    static Wire open() {
        try {
            return new Wire(new ServerSocket(0, 64, InetAddress.getByName("127.0.0.1")));
        } catch (IOException e) {
            throw new UncheckedIOException("no wire could be opened", e);
        }
    }

    /** Where the process connects. */
    int port() {
        return door.getLocalPort();
    }

    void leadTo(int port) {
        target = port;
    }

    /** Drops what is connected and whoever tries. */
    public void cut() {
        condition.set(Condition.CUT);
        open.forEach(Wire::drop);
    }

    /** Lets nothing pass any more, either way, and tells nobody. */
    public void silence() {
        condition.set(Condition.SILENT);
    }

    /** Whole again. What was held back while it was silent passes now. */
    public void mend() {
        condition.set(Condition.WHOLE);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a wire could not be closed", e);
        } finally {
            open.forEach(Wire::drop);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                if (condition.get() == Condition.CUT) {
                    drop(caller);
                } else {
                    Thread.ofVirtual().start(() -> connect(caller));
                }
            } catch (IOException e) {
                // The door was closed, and the loop ends; or one connection failed, and the caller tries again.
                continue;
            }
        }
    }

    private void connect(Socket caller) {
        Socket server = new Socket();
        open.add(caller);
        open.add(server);
        try {
            awaitVoice();
            server.connect(new InetSocketAddress("127.0.0.1", target));
            server.setTcpNoDelay(true);
            caller.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pump(caller, server));
            pump(server, caller);
        } catch (IOException e) {
            end(caller, server);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitVoice();
                out.write(buffer, 0, read);
            }
            end(from, to);
        } catch (IOException e) {
            end(from, to);
        }
    }

    private void awaitVoice() throws IOException {
        try {
            while (condition.get() == Condition.SILENT) {
                Thread.sleep(LOOKS_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (condition.get() == Condition.CUT) {
            throw new IOException("cut");
        }
    }

    private void end(Socket one, Socket other) {
        open.remove(one);
        open.remove(other);
        drop(one);
        drop(other);
    }

    private static void drop(Socket socket) {
        try {
            // A reset, as from a machine that is gone, and not an orderly goodbye.
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It was gone already, which is what is wanted.
            return;
        }
    }
}
