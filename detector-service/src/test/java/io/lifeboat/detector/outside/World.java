package io.lifeboat.detector.outside;

import io.lifeboat.detector.network.Names;
import io.lifeboat.detector.network.Secrets;
import io.lifeboat.detector.network.SecretsConfig;
import io.lifeboat.detector.network.Trust;
import io.lifeboat.detector.probe.HttpClients;
import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.probe.Outside;
import io.lifeboat.detector.probe.Prober;
import io.lifeboat.detector.time.Ticker;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Vert.x, a name server and an authority, and the way probers see them. */
public final class World implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final TestNames names = new TestNames(vertx);
    private final TestAuthority authority = TestAuthority.create();
    private final Path folder;

    /** Makes one that keeps its files in that folder. */
    public World(Path folder) {
        this.folder = folder;
    }

    /** The name server. */
    public TestNames names() {
        return names;
    }

    /** The authority. */
    public TestAuthority authority() {
        return authority;
    }

    /** Vert.x. */
    public Vertx vertx() {
        return vertx;
    }

    /** A server with a certificate for that name. */
    public TestServer server(String host, int port, String name) {
        return new TestServer(vertx, host, port, authority.certificateFor(name, Duration.ofDays(30)));
    }

    /** What probers see, measured by that ticker. */
    public Outside outside(Ticker ticker, Map<String, SecretsConfig.Entry> secrets, Optional<InetAddress> source) {
        Trust trust = new Trust(Optional.of(authority.pemIn(folder)));
        NetClientOptions tcp = new NetClientOptions();
        source.ifPresent(address -> tcp.setLocalAddress(address.getHostAddress()));
        return new Outside(
                vertx,
                ticker,
                Clock.systemUTC(),
                new Names(Optional.of(names.server()), source),
                trust,
                new Secrets(secrets),
                source,
                new HttpClients(vertx, trust, source),
                vertx.createNetClient(tcp));
    }

    /** As above, by the real clock, knowing one login by that name. */
    public Outside outside(String secret, String user, String password) {
        return outside(Ticker.SYSTEM, Map.of(secret, new Login(user, password)), Optional.empty());
    }

    /** As above, by the real clock, knowing no login. */
    public Outside outside() {
        return outside(Ticker.SYSTEM, Map.of(), Optional.empty());
    }

    /** Looks once, on an event loop, and waits for the look. */
    public Look look(Prober prober, Duration timeout) {
        Promise<Look> look = Promise.promise();
        context.runOnContext(started -> prober.look(timeout).onComplete(look));
        return Waiting.on(look.future());
    }

    @Override
    public void close() {
        Waiting.on(vertx.close());
    }

    private record Login(String username, String text) implements SecretsConfig.Entry {

        @Override
        public Optional<String> password() {
            return Optional.of(text);
        }

        @Override
        public Optional<Path> passwordFile() {
            return Optional.empty();
        }
    }
}
