package io.lifeboat.executor.network;

import io.lifeboat.contract.plan.Datasource;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.network.SecretSettings.Secret;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** The applications' databases, each time over a fresh connection to a freshly looked up address. */
@ApplicationScoped
public class Databases {

    private final Wire wire;
    private final SecretSettings secrets;

    /** With those secrets. */
    public Databases(Wire wire, SecretSettings secrets) {
        this.wire = wire;
        this.secrets = secrets;
    }

    /**
     * Connects, works, and closes.
     *
     * @param host the datasource's own name or one of its regional names
     * @param timeout for all of it; the server gives up a statement after it too
     * @throws CallFailedException ambiguous when the connection broke or the time ran out while working
     */
    public <T> T on(Datasource datasource, String host, Duration timeout, Function<SqlConnection, Future<T>> work) {
        String what = datasource.database() + " at " + host + ":" + datasource.port();
        long startedAt = System.nanoTime();
        SqlConnection connection = connect(what, datasource, host, timeout);
        try {
            Duration left = timeout.minusNanos(System.nanoTime() - startedAt);
            return wire.await(what, left.isPositive() ? left : Duration.ofMillis(1), work.apply(connection));
        } finally {
            // Closing may fail on a broken connection; it is given up either way.
            connection.close().onFailure(ignored -> {});
        }
    }

    private SqlConnection connect(String what, Datasource datasource, String host, Duration timeout) {
        Secret secret = secret(datasource.secret());
        PgConnectOptions options = new PgConnectOptions()
                .setHost(host)
                .setPort(datasource.port())
                .setDatabase(datasource.database())
                .setUser(secret.username())
                .setPassword(password(datasource.secret(), secret))
                .setProperties(Map.of(
                        "application_name",
                        "lifeboat-executor",
                        "statement_timeout",
                        String.valueOf(timeout.toMillis())));
        options.setConnectTimeout((int) timeout.toMillis());
        if (!Boolean.FALSE.equals(datasource.tls())) {
            options.setSslMode(SslMode.VERIFY_FULL).setHostnameVerificationAlgorithm("HTTPS");
            wire.trust().ifPresent(options::setTrustOptions);
        }
        Future<PgConnection> opening = PgConnection.connect(wire.vertx(), options);
        try {
            return wire.await(what, timeout, opening);
        } catch (CallFailedException e) {
            // One that opens after all is not wanted any more.
            opening.onSuccess(SqlConnection::close);
            // Nothing was asked of it yet.
            throw e.whenLooking();
        }
    }

    private Secret secret(String name) {
        Secret secret = secrets.byName().get(name);
        if (secret == null) {
            throw CallFailedException.rejected(
                    ErrorClass.INVALID_INPUT,
                    "the secret " + name + " is not known here",
                    "set lifeboat.secrets.\"" + name + "\".username and .password or .password-file",
                    null);
        }
        return secret;
    }

    private static String password(String name, Secret secret) {
        if (secret.passwordFile().isEmpty()) {
            return secret.password().orElse("");
        }
        String file = secret.passwordFile().get();
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw CallFailedException.rejected(
                    ErrorClass.INVALID_INPUT,
                    "the password of " + name + " cannot be read from " + file,
                    "see that the file is there and may be read",
                    e);
        }
    }
}
