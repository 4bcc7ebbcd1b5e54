package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.Datasource;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.network.MissingSecretException;
import io.lifeboat.detector.network.Secrets.Secret;
import io.lifeboat.detector.probe.DataMeasure.Reading;
import io.lifeboat.detector.time.Moment;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database, at the name the application uses, about the data it holds. Down only when the data was read and is not
 * as it should be: a database that does not answer says nothing of its data.
 *
 * <p>The session can only read. One connection is kept and replaced after any failure, so that the next look finds the
 * writer anew.
 */
final class DataProber implements Prober {

    private final DataMeasure measure;
    private final Datasource datasource;
    private final Outside outside;
    private volatile @Nullable PgConnection held;

    DataProber(DataMeasure measure, Datasource datasource, Outside outside) {
        this.measure = measure;
        this.datasource = datasource;
        this.outside = outside;
    }

    @Override
    public Future<Look> look(Duration timeout) {
        Moment began = outside.ticker().now();
        Secret secret;
        try {
            secret = outside.secrets().named(datasource.secret());
        } catch (MissingSecretException e) {
            return Future.succeededFuture(unknown(String.valueOf(e.getMessage()), began));
        }
        return connection(secret, timeout)
                .compose(this::ask)
                .timeout(Math.max(1, timeout.toMillis()), TimeUnit.MILLISECONDS)
                .map(rows -> judged(rows, began))
                .otherwise(failure -> {
                    close();
                    return unknown("the data could not be read: " + Failures.inWords(failure), began);
                });
    }

    @Override
    public void close() {
        PgConnection open = held;
        held = null;
        if (open != null) {
            open.close();
        }
    }

    /** Prepared, for that takes one statement only; and of the writer, for a standby's data may be another's past. */
    private Future<RowSet<Row>> ask(PgConnection open) {
        Future<RowSet<Row>> standby = open.query("SELECT pg_is_in_recovery()").execute();
        Future<RowSet<Row>> answer = open.preparedQuery(measure.statement()).execute();
        return Future.all(standby, answer).map(both -> {
            if (standby.result().iterator().next().getBoolean(0)) {
                throw new IllegalStateException("the server reached is a standby");
            }
            return answer.result();
        });
    }

    private Future<PgConnection> connection(Secret secret, Duration timeout) {
        PgConnection open = held;
        if (open != null) {
            return Future.succeededFuture(open);
        }
        Moment asked = outside.ticker().now();
        return outside.names()
                .addresses(datasource.host(), timeout)
                .compose(answer -> DatabaseConnections.to(answer.first(), datasource, secret, outside, timeout))
                .compose(opened -> opened.query("SET default_transaction_read_only = on")
                        .execute()
                        .map(opened)
                        .onFailure(failure -> opened.close()))
                .map(opened -> keep(opened, outside.ticker().now().since(asked).compareTo(timeout) > 0));
    }

    private PgConnection keep(PgConnection opened, boolean tooLate) {
        if (tooLate) {
            // Nobody waits for it any more.
            opened.close();
            throw new IllegalStateException("connected too late");
        }
        held = opened;
        opened.closeHandler(closed -> forget(opened));
        opened.exceptionHandler(announced -> forget(opened));
        return opened;
    }

    private void forget(PgConnection closed) {
        if (held == closed) {
            held = null;
        }
    }

    private Look judged(RowSet<Row> rows, Moment began) {
        Moment ended = outside.ticker().now();
        RowIterator<Row> all = rows.iterator();
        Reading reading = measure.judge(
                all.hasNext() ? all.next().getValue(0) : null,
                ended,
                outside.clock().instant());
        GrowthFacts growth = reading.growth();
        Facts facts = growth == null ? Facts.NONE : Facts.of(growth);
        return new Look(reading.state(), reading.reason(), began, ended, facts).spoken();
    }

    private Look unknown(String reason, Moment began) {
        return Look.of(SignalState.UNKNOWN, reason, began, outside.ticker().now());
    }
}
