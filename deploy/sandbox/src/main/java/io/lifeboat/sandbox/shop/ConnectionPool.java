package io.lifeboat.sandbox.shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Deque;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task's connections to its database, with the habits that cost real applications their recovery time: connections are
 * kept as long as they do not break, and nothing bounds how long an answer may take, so that sockets to a lost writer hang
 * until the task is replaced.
 */
final class ConnectionPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);
    private static final String CONNECT_SECONDS = "5";
    private static final String CONNECTION_EXCEPTIONS = "08";

    private final ShopDatabase database;
    private final String from;
    private final Supplier<String> address;
    private final Semaphore permits;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** What is done with a connection; each statement commits by itself. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * @param from the task's own address
     * @param address of the database, asked for each new connection
     */
    ConnectionPool(ShopDatabase database, String from, Supplier<String> address) {
        this.database = database;
        this.from = from;
        this.address = address;
        this.permits = new Semaphore(database.connections(), true);
    }

    <T> T with(Work<T> work) throws SQLException {
        borrow();
        Connection connection = null;
        try {
            connection = idle.poll();
            if (connection == null) {
                connection = connect();
            }
            var result = work.on(connection);
            idle.push(connection);
            return result;
        } catch (SQLException failure) {
            giveBack(connection, failure);
            throw failure;
        } finally {
            permits.release();
        }
    }

    private void borrow() throws SQLException {
        try {
            if (!permits.tryAcquire(database.lendWithin().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException("no connection to " + database + " became free within "
                        + database.lendWithin() + "; all " + database.connections() + " are waiting for an answer");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while waiting for a connection", interrupted);
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", database.username());
        properties.setProperty("password", database.password());
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("localSocketAddress", from);
        properties.setProperty("sslmode", "disable");
        var connection = DriverManager.getConnection(
                "jdbc:postgresql://" + address.get() + ":" + database.port() + "/" + database.database(), properties);
        open.add(connection);
        if (closed) {
            end(connection);
            throw new SQLTransientConnectionException("the task is ending");
        }
        return connection;
    }

    // A broken connection is dropped; one whose writer merely refuses writes is kept, as pools keep it.
    private void giveBack(@Nullable Connection connection, SQLException failure) throws SQLException {
        if (connection == null) {
            return;
        }
        var state = failure.getSQLState();
        if (connection.isClosed() || (state != null && state.startsWith(CONNECTION_EXCEPTIONS))) {
            end(connection);
        } else {
            idle.push(connection);
        }
    }

    private void end(Connection connection) {
        open.remove(connection);
        try {
            // Not close(): that says goodbye first, and a lost writer never hears it.
            connection.abort(Runnable::run);
        } catch (SQLException failure) {
            LOG.debug("A connection to {} did not end cleanly", database, failure);
        }
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(this::end);
    }
}
