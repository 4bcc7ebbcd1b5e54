package io.lifeboat.sandbox.rds;

import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Place;
import io.lifeboat.sandbox.cloud.Region;
import io.lifeboat.sandbox.relay.Relay;
import io.lifeboat.sandbox.relay.WalRelay;
import io.lifeboat.testkit.postgres.PostgresServer;
import io.lifeboat.testkit.postgres.PostgresSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One region's cluster: a PostgreSQL that only the region's relay leads to. */
final class AuroraCluster implements AutoCloseable {

    static final String ENGINE_VERSION = "17.6";

    private final Cloud cloud;
    private final Region region;
    private final Path folder;
    private final String masterPassword;
    private final AtomicInteger generation = new AtomicInteger();
    private final Relay endpoint;
    private final WalRelay wal;
    private volatile PostgresServer server;
    private volatile ClusterStatus status = ClusterStatus.AVAILABLE;

    /** The first writer: an empty database. */
    static AuroraCluster empty(Cloud cloud, Region region, Path folder, String masterPassword) {
        AuroraCluster cluster = new AuroraCluster(cloud, region, folder, masterPassword);
        cluster.server = PostgresServer.create(cluster.nextSettings()).start();
        return cluster;
    }

    /** A secondary that follows a writer. */
    static AuroraCluster following(
            Cloud cloud, Region region, Path folder, String masterPassword, AuroraCluster writer) {
        AuroraCluster cluster = new AuroraCluster(cloud, region, folder, masterPassword);
        cluster.follow(writer);
        return cluster;
    }

    @SuppressWarnings("NullAway.Init") // the server follows in the two factories
    private AuroraCluster(Cloud cloud, Region region, Path folder, String masterPassword) {
        this.cloud = cloud;
        this.region = region;
        this.folder = folder;
        this.masterPassword = masterPassword;
        int port = cloud.ports().postgres();
        this.endpoint = new Relay(cloud, new InetSocketAddress(address(), port), this::postgres);
        this.wal = new WalRelay(cloud, new InetSocketAddress(region.address(Place.REPLICATION_HOST), port), source());
    }

    String id() {
        return "shop-" + region.name();
    }

    String instanceId() {
        return id() + "-1";
    }

    String arn() {
        return "arn:aws:rds:" + region.name() + ":" + Accounts.SHOP + ":cluster:" + id();
    }

    Region region() {
        return region;
    }

    /** Where applications connect. */
    InetAddress address() {
        return region.address(Place.DATABASE_HOST);
    }

    ClusterStatus status() {
        return status;
    }

    void become(ClusterStatus next) {
        status = next;
    }

    WalRelay wal() {
        return wal;
    }

    PostgresServer server() {
        return server;
    }

    /** Whether the two regions' machines reach each other. */
    boolean reaches(AuroraCluster peer) {
        return cloud.reach().isOpen(address(), peer.address());
    }

    /** Becomes a fresh copy of a writer and follows it. */
    void follow(AuroraCluster writer) {
        wal.from(writer.source());
        server = PostgresServer.replicaOf(
                        writer.server,
                        nextSettings(),
                        wal.address().getAddress().getHostAddress(),
                        wal.address().getPort())
                .start();
    }

    /** Takes writes from now on. */
    void promote() {
        server.promote();
    }

    /** Refuses writes from now on and drops whoever is connected. Reads go on. */
    void fence() {
        server.execute("postgres", "ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()");
        awaitReadOnly();
        server.execute(
                "postgres",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
    }

    /** Takes a fence back: for a switchover that was given up. */
    void unfence() {
        server.execute("postgres", "ALTER SYSTEM RESET default_transaction_read_only", "SELECT pg_reload_conf()");
    }

    /** Stops it; returns the data directory it leaves behind. */
    Path retire() {
        Path data = server.settings().data();
        server.stop(PostgresServer.Shutdown.FAST);
        endpoint.dropAll();
        return data;
    }

    /** How far it wrote (a writer) or replayed (a secondary), in bytes of write-ahead log. */
    long position() throws SQLException {
        try (Connection connection = server.connect("postgres")) {
            return position(connection);
        }
    }

    static long position(Connection connection) throws SQLException {
        String sql = "SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()"
                + " ELSE pg_current_wal_lsn() END - '0/0'::pg_lsn";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private WalRelay.Source source() {
        return new WalRelay.Source(postgres(), address());
    }

    private InetSocketAddress postgres() {
        return new InetSocketAddress(
                region.address(Place.POSTGRES_HOST), cloud.ports().postgres());
    }

    private PostgresSettings nextSettings() {
        Path data = folder.resolve(region.name() + "-" + generation.incrementAndGet());
        return PostgresSettings.withPassword(
                        data,
                        postgres().getAddress().getHostAddress(),
                        postgres().getPort(),
                        masterPassword)
                // A replica that lost its stream asks again this often; PostgreSQL's own 5 s would stand in the way.
                .set("wal_retrieve_retry_interval", "500ms")
                .set("max_connections", "200");
    }

    // A reload reaches the server's processes one by one; a new connection shows when it did.
    private void awaitReadOnly() {
        try {
            for (int look = 0; look < 100; look++) {
                try (Connection connection = server.connect("postgres");
                        Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("SHOW default_transaction_read_only")) {
                    row.next();
                    if ("on".equals(row.getString(1))) {
                        return;
                    }
                }
                Thread.sleep(10);
            }
            throw new IllegalStateException("the old writer in " + region + " did not become read-only");
        } catch (SQLException e) {
            throw new IllegalStateException("the old writer in " + region + " could not be fenced", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while fencing", e);
        }
    }

    @Override
    public void close() throws IOException {
        endpoint.close();
        wal.close();
        server.close();
    }
}
