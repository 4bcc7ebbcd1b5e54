package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.Datasource;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.network.MissingSecretException;
import io.lifeboat.detector.network.Secrets.Secret;
import io.lifeboat.detector.probe.WriteFacts.Accepted;
import io.lifeboat.detector.time.Moment;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real write, committed at the name the application uses: this vantage's newest row of {@code lifeboat_heartbeat}.
 *
 * <p>One connection is kept and replaced after any failure, so that the next attempt looks the name up again. What says
 * something about this detector's own rights and not about the writer (no secret, refused password, no right to the
 * table) is unknown, not down.
 */
final class SqlWriteProber implements Prober {

    private static final String INVALID_AUTHORIZATION_CLASS = "28";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String NO_SUCH_DATABASE = "3D000";

    private final Datasource datasource;
    private final String vantage;
    private final Outside outside;
    private final HeartbeatLine line = new HeartbeatLine();
    private volatile @Nullable HeartbeatConnection held;

    SqlWriteProber(Datasource datasource, String vantage, Outside outside) {
        this.datasource = datasource;
        this.vantage = vantage;
        this.outside = outside;
    }

    @Override
    public Future<Look> look(Duration timeout) {
        Moment began = outside.ticker().now();
        Secret secret;
        try {
            secret = outside.secrets().named(datasource.secret());
        } catch (MissingSecretException e) {
            return Future.succeededFuture(seen(SignalState.UNKNOWN, String.valueOf(e.getMessage()), began));
        }
        return connection(secret, timeout)
                .compose(this::beat)
                .timeout(Math.max(1, timeout.toMillis()), TimeUnit.MILLISECONDS)
                .map(accepted -> seen(SignalState.UP, "write " + accepted.sequence() + " accepted", began))
                .otherwise(failure -> failed(failure, began));
    }

    @Override
    public void close() {
        HeartbeatConnection open = held;
        held = null;
        if (open != null) {
            open.close();
        }
    }

    private Future<HeartbeatConnection> connection(Secret secret, Duration timeout) {
        HeartbeatConnection open = held;
        if (open != null) {
            return Future.succeededFuture(open);
        }
        Moment asked = outside.ticker().now();
        return HeartbeatConnection.open(datasource, secret, outside, timeout).map(opened -> {
            if (outside.ticker().now().since(asked).compareTo(timeout) > 0) {
                // Nobody waits for it any more.
                opened.close();
                throw new IllegalStateException("connected too late");
            }
            held = opened;
            opened.onClosed(() -> forget(opened));
            return opened;
        });
    }

    private Future<Accepted> beat(HeartbeatConnection open) {
        long sequence = line.next();
        // The row holds microseconds; what is compared with it later must not hold more.
        Instant sentAt = outside.clock().instant().truncatedTo(ChronoUnit.MICROS);
        return open.beat(vantage, line.since(sentAt), sequence, sentAt).map(number -> {
            Accepted accepted = new Accepted(
                    open.region().orElse(null),
                    number,
                    sentAt,
                    outside.clock().instant(),
                    outside.ticker().now());
            if (held == open) {
                line.accepted(accepted);
            }
            return accepted;
        });
    }

    private Look failed(Throwable failure, Moment began) {
        close();
        if (saysNothingOfTheWriter(failure)) {
            return seen(SignalState.UNKNOWN, Failures.inWords(failure), began);
        }
        line.failed(outside.clock().instant(), outside.ticker().now());
        Look down = seen(SignalState.DOWN, Failures.inWords(failure), began);
        return failure instanceof PgException ? down.spoken() : down;
    }

    private Look seen(SignalState state, String reason, Moment began) {
        return new Look(state, reason, began, outside.ticker().now(), Facts.of(line.facts()));
    }

    private void forget(HeartbeatConnection closed) {
        if (held == closed) {
            held = null;
        }
    }

    private static boolean saysNothingOfTheWriter(Throwable failure) {
        return failure instanceof PgException database
                && database.getSqlState() != null
                && (database.getSqlState().startsWith(INVALID_AUTHORIZATION_CLASS)
                        || database.getSqlState().equals(INSUFFICIENT_PRIVILEGE)
                        || database.getSqlState().equals(NO_SUCH_DATABASE));
    }
}
