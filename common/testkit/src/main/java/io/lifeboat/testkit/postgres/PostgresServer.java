package io.lifeboat.testkit.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL 17 server: a data directory and, while it runs, a process.
 *
 * <p>{@link #create} makes a new one, {@link #replicaOf} a streaming replica of a running one, {@link #copyOf} a copy to
 * be restored from archived WAL, {@link #existing} takes up a data directory again. None of them starts it. The process
 * ends with this JVM at the latest. Methods are safe to call from any thread, one at a time.
 */
public final class PostgresServer implements AutoCloseable {

    /** The superuser. */
    public static final String SUPERUSER = "postgres";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Ended with this JVM: a forgotten server would hold its port and its folder. */
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    /** How a server is asked to end; see "Shutting Down the Server" in PostgreSQL's manual. */
    public enum Shutdown {
        /** Disconnects everyone and writes a checkpoint. */
        FAST,
        /** Drops everything where it stands, as a crash does. */
        IMMEDIATE
    }

    private final PostgresSettings settings;
    private @Nullable Process process;

    static {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> List.copyOf(RUNNING)
                .forEach(PostgresServer::end)));
    }

    private PostgresServer(PostgresSettings settings) {
        this.settings = settings;
    }

    /** Makes a new, empty server (initdb). The data directory must be absent or empty. */
    public static PostgresServer create(PostgresSettings settings) {
        Initdb.run(settings);
        return existing(settings);
    }

    /** A server over a data directory made earlier; its configuration is written anew. */
    public static PostgresServer existing(PostgresSettings settings) {
        PostgresServer server = new PostgresServer(settings);
        server.configure("");
        return server;
    }

    /**
     * Makes a streaming replica of a running server, from a copy of its data directory. The replica answers reads and
     * refuses writes ("cannot execute INSERT in a read-only transaction") until it is promoted.
     *
     * @param primaryHost the address the replica streams from: the primary's own, or a proxy's before it
     * @param primaryPort that address's port
     */
    public static PostgresServer replicaOf(
            PostgresServer primary, PostgresSettings settings, String primaryHost, int primaryPort) {
        PostgresServer replica = copyOf(primary, settings);
        String password = primary.settings.password() == null ? "" : " password=" + primary.settings.password();
        replica.configure("primary_conninfo = 'host=%s port=%d user=%s%s application_name=replica_%d'%n"
                .formatted(primaryHost, primaryPort, SUPERUSER, password, settings.port()));
        replica.mark("standby.signal");
        return replica;
    }

    /**
     * Copies a running server's data directory between pg_backup_start and pg_backup_stop: what a snapshot is. Started as
     * it is, the copy recovers to the moment the copy ended as far as WAL reaches; see {@link #recoverFrom}.
     */
    public static PostgresServer copyOf(PostgresServer source, PostgresSettings settings) {
        try (Connection connection = source.connect("postgres")) {
            BaseBackup.copy(connection, source.settings.data(), settings.data());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot copy " + source.settings.data(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + source.settings.data() + " to " + settings.data(), e);
        }
        return existing(settings);
    }

    /**
     * Makes the next start restore from archived WAL.
     *
     * @param archive the folder of WAL segments
     * @param target settings that say where to stop, for example {@code recovery_target_time}; empty replays everything
     */
    public void recoverFrom(Path archive, Map<String, String> target) {
        StringBuilder more = new StringBuilder("restore_command = 'cp %s/%%f %%p'%n".formatted(archive));
        target.forEach((name, value) -> more.append("%s = '%s'%n".formatted(name, value)));
        more.append("recovery_target_action = 'promote'\n");
        configure(more.toString());
        mark("recovery.signal");
    }

    /** Starts it and waits until it takes connections. */
    public synchronized PostgresServer start() {
        if (isRunning()) {
            return this;
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(PostgresBinaries.command(
                    "postgres", List.of("-D", settings.data().toString())));
            PostgresBinaries.environment(builder.environment());
            builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            Process started = builder.start();
            process = started;
            RUNNING.add(started);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL in " + settings.data(), e);
        }
        awaitConnections();
        return this;
    }

    /** Ends it in an orderly way or at once; returns when it has ended. */
    public synchronized void stop(Shutdown how) {
        if (isRunning()) {
            PostgresBinaries.run(
                    "pg_ctl",
                    "stop",
                    "-D",
                    settings.data().toString(),
                    "-m",
                    how.name().toLowerCase(Locale.ROOT),
                    "-w",
                    "-t",
                    String.valueOf(PATIENCE.toSeconds()));
        }
        forget();
    }

    /** Kills every process of it (SIGKILL), as a lost machine does; returns when they are gone. */
    public synchronized void kill() {
        Process running = process;
        if (running != null) {
            end(running);
        }
        forget();
    }

    /** Makes a replica the writer (pg_promote); returns when it takes writes. */
    public void promote() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet promoted = statement.executeQuery("SELECT pg_promote(true, 30)")) {
            if (!promoted.next() || !promoted.getBoolean(1)) {
                throw new IllegalStateException("promotion of " + settings.data() + " did not end within 30 s");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot promote " + settings.data(), e);
        }
    }

    /** Whether its process lives. */
    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** A connection as superuser; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        if (settings.password() != null) {
            properties.setProperty("password", settings.password());
        }
        properties.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    /** Runs statements as superuser, outside a transaction. */
    public void execute(String database, String... statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("on " + jdbcUrl(database) + ": " + e.getMessage(), e);
        }
    }

    /** The URL for JDBC, for example {@code jdbc:postgresql://127.0.0.1:5432/lifeboat}. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(settings.host(), settings.port(), database);
    }

    /** The URL for the reactive client, for example {@code postgresql://127.0.0.1:5432/lifeboat}. */
    public String reactiveUrl(String database) {
        return "postgresql://%s:%d/%s".formatted(settings.host(), settings.port(), database);
    }

    /** Where it keeps its data and how it is reached. */
    public PostgresSettings settings() {
        return settings;
    }

    /** Its log, beside the data directory. */
    public Path log() {
        return settings.data().resolveSibling(settings.data().getFileName() + ".log");
    }

    @Override
    public void close() {
        stop(Shutdown.IMMEDIATE);
    }

    private void awaitConnections() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection connection = connect("postgres")) {
                connection.isValid(1);
                return;
            } catch (SQLException e) {
                if (!isRunning() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("PostgreSQL did not start; see " + log() + ":\n" + tailOfLog(), e);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL starts", e);
        }
    }

    private String tailOfLog() {
        try {
            List<String> lines = Files.readAllLines(log(), StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private static void end(Process process) {
        List<ProcessHandle> backends = process.descendants().toList();
        process.destroyForcibly();
        backends.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        backends.forEach(backend -> backend.onExit().join());
    }

    private void forget() {
        if (process != null) {
            RUNNING.remove(process);
        }
        process = null;
    }

    private void configure(String more) {
        write("postgresql.auto.conf", "");
        write("postgresql.conf", settings.configuration() + more);
    }

    private void mark(String signal) {
        write(signal, "");
    }

    private void write(String file, String text) {
        try {
            Files.writeString(settings.data().resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + " in " + settings.data(), e);
        }
    }
}
