package io.lifeboat.testkit;

import io.lifeboat.testkit.postgres.PostgresServer;
import io.lifeboat.testkit.postgres.PostgresServer.Shutdown;
import io.lifeboat.testkit.postgres.PostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A control room's database of its own that can be restored to a point in its past behind the services that use it: a real base
 * backup and a real point-in-time recovery, at the same address.
 *
 * <p>Methods are called by one thread at a time.
 */
public final class RestorableDatabase {

    private static final String HOST = "127.0.0.1";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Path folder;
    private final ControlRoomDatabase database;
    private PostgresServer server;
    private @Nullable PostgresServer backup;
    private int number;

    private RestorableDatabase(Path folder, PostgresServer server) {
        this.folder = folder;
        this.server = server;
        this.database = ControlRoomDatabase.createOn(server);
    }

    /** A new one, running, with every service's role and nothing in it. */
    public static RestorableDatabase start() {
        try {
            Path parent =
                    Files.createDirectories(Path.of("target", "restorable").toAbsolutePath());
            Path folder = Files.createTempDirectory(parent, "run-");
            return new RestorableDatabase(
                    folder,
                    PostgresServer.create(PostgresSettings.withPassword(
                                    folder.resolve("postgres-0"), HOST, FreePorts.next(HOST), "test"))
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a database to restore", e);
        }
    }

    /**
     * On a running server that has no control room yet.
     *
     * @param folder for the backups
     */
    public static RestorableDatabase on(PostgresServer server, Path folder) {
        return new RestorableDatabase(folder, server);
    }

    /** The server as it is now; another one after each {@link #goBack}. */
    public PostgresServer server() {
        return server;
    }

    /** The database on it. */
    public ControlRoomDatabase database() {
        return database;
    }

    /** Takes a base backup: the point to go back to. */
    public void remember() {
        number++;
        PostgresSettings settings = server.settings();
        backup = PostgresServer.copyOf(
                server, settings.at(folder.resolve("postgres-" + number), settings.host(), settings.port()));
    }

    /** Ends the server, and recovers the backup as far as the moment it was taken; returns when that takes writes. */
    public void goBack() {
        PostgresServer restored = backup;
        if (restored == null) {
            throw new IllegalStateException("remember() first: there is no backup to go back to");
        }
        backup = null;
        server.stop(Shutdown.FAST);
        restored.recoverFrom(server.settings().data().resolve("pg_wal"), Map.of("recovery_target", "immediate"));
        server = restored.start();
        awaitWrites();
    }

    /** Ends it. */
    void stop() {
        server.close();
    }

    private void awaitWrites() {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (inRecovery()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the recovery did not end; see " + server.log());
            }
            Thread.onSpinWait();
        }
    }

    private boolean inRecovery() {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_is_in_recovery()")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask " + server.log(), e);
        }
    }
}
