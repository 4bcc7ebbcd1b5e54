package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.Datasource;
import io.lifeboat.detector.network.NamedTrust;
import io.lifeboat.detector.network.Secrets.Secret;
import io.vertx.core.Future;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.SslMode;
import java.net.InetAddress;
import java.time.Duration;

/** Connects to a datasource at an address its name stood for. */
final class DatabaseConnections {

    private DatabaseConnections() {}

    /**
     * A connection whose certificate was checked for the datasource's name.
     *
     * @param limit how long connecting, and later any statement on the server, may take
     */
    static Future<PgConnection> to(
            InetAddress address, Datasource datasource, Secret secret, Outside outside, Duration limit) {
        return PgConnection.connect(outside.vertx(), options(datasource, secret, outside, address, limit))
                .compose(connection -> connection
                        .query("SET statement_timeout = " + limit.toMillis())
                        .execute()
                        .map(connection)
                        .onFailure(failure -> connection.close()));
    }

    private static PgConnectOptions options(
            Datasource datasource, Secret secret, Outside outside, InetAddress address, Duration limit) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(address.getHostAddress())
                .setPort(datasource.port())
                .setDatabase(datasource.database())
                .setUser(secret.username())
                .setPassword(secret.password())
                .setCachePreparedStatements(true)
                .setConnectTimeout(Math.toIntExact(limit.toMillis()))
                .setSslHandshakeTimeout(limit.toSeconds() + 1)
                .addProperty("application_name", "lifeboat-detector");
        outside.source().ifPresent(source -> options.setLocalAddress(source.getHostAddress()));
        if (Boolean.FALSE.equals(datasource.tls())) {
            return options.setSslMode(SslMode.DISABLE);
        }
        return options.setSslMode(SslMode.VERIFY_CA)
                .setTrustOptions(
                        TrustOptions.wrap(new NamedTrust(outside.trust().manager(), datasource.host())));
    }
}
