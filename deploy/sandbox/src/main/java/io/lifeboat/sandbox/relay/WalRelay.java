package io.lifeboat.sandbox.relay;

import io.lifeboat.sandbox.cloud.Cloud;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a primary's write-ahead log into the region of its replica. What is under way can be held back for a while,
 * and is gone when the way is cut: that is what replication lag costs when a region is lost. (Delaying the replica's
 * apply would cost nothing: it has the log already.)
 */
public final class WalRelay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WalRelay.class);
    private static final int CHUNK = 64 * 1024;

    /** Where the log comes from, and the address its region is reached at. */
    public record Source(InetSocketAddress server, InetAddress region) {}

    private final Cloud cloud;
    private final InetSocketAddress listen;
    private final Door door;
    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
    private volatile Duration hold = Duration.ZERO;
    private volatile Source source;

    public WalRelay(Cloud cloud, InetSocketAddress listen, Source source) {
        this.cloud = cloud;
        this.listen = listen;
        this.source = source;
        this.door = new Door(cloud, listen, this::serve);
    }

    public InetSocketAddress address() {
        return listen;
    }

    /** From now on the log comes from elsewhere. */
    public void from(Source next) {
        source = next;
        cut();
    }

    /** Holds everything back that long, from now on and until told otherwise. */
    public void hold(Duration duration) {
        hold = duration;
    }

    public Duration hold() {
        return hold;
    }

    /** Drops the connections and all that is under way on them. The replica will ask again. */
    public void cut() {
        streams.forEach(Stream::drop);
    }

    private void serve(Socket replica) {
        try {
            cloud.reach().awaitOpen(listen.getAddress(), source.region());
            Socket primary = new Socket();
            primary.setTcpNoDelay(true);
            replica.setTcpNoDelay(true);
            primary.connect(source.server());
            Stream stream = new Stream(replica, primary, new DelayLine());
            streams.add(stream);
            cloud.threads().execute(() -> pump(stream, primary, stream.line()::put));
            cloud.threads().execute(() -> deliver(stream));
            OutputStream out = primary.getOutputStream();
            pump(stream, replica, out::write);
        } catch (IOException e) {
            // The primary is not there (yet): the replica asks again.
            log.debug("No log for {} now", listen, e);
            Door.closeQuietly(replica);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Sink {
        void write(byte[] bytes) throws IOException;
    }

    private void pump(Stream stream, Socket from, Sink sink) {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int length = from.getInputStream().read(chunk);
                    length >= 0;
                    length = from.getInputStream().read(chunk)) {
                sink.write(Arrays.copyOf(chunk, length));
            }
            // An orderly end of the primary's stream comes after all it sent.
            if (from == stream.primary()) {
                stream.line().end();
                return;
            }
        } catch (IOException e) {
            log.debug("A log stream to {} broke", listen, e);
        }
        stream.drop();
        streams.remove(stream);
    }

    private void deliver(Stream stream) {
        try {
            OutputStream out = stream.replica().getOutputStream();
            for (byte[] bytes = stream.line().take(() -> hold);
                    bytes.length > 0;
                    bytes = stream.line().take(() -> hold)) {
                out.write(bytes);
                out.flush();
            }
        } catch (IOException e) {
            log.debug("A log stream to {} broke", listen, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stream.drop();
        streams.remove(stream);
    }

    private record Stream(Socket replica, Socket primary, DelayLine line) {

        void drop() {
            line.drop();
            Door.closeQuietly(replica);
            Door.closeQuietly(primary);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
