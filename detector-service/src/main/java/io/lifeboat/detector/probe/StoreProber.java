package io.lifeboat.detector.probe;

import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.time.Moment;
import io.lifeboat.detector.time.Ticker;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Asks AWS about what the data is kept in. Down only when AWS answered and something is not as it should be: a call that was
 * denied, or got no answer, says nothing of the data.
 */
final class StoreProber implements Prober {

    private final StoreMeasure measure;
    private final Ticker ticker;

    StoreProber(StoreMeasure measure, Ticker ticker) {
        this.measure = measure;
        this.ticker = ticker;
    }

    @Override
    public Future<Look> look(Duration timeout) {
        Moment began = ticker.now();
        return measure.read(timeout)
                .timeout(Math.max(1, timeout.toMillis()), TimeUnit.MILLISECONDS)
                .map(reading -> Look.of(reading.state(), reading.reason(), began, ticker.now())
                        .spoken())
                .otherwise(failure -> Look.of(
                        SignalState.UNKNOWN,
                        "it could not be asked: " + Failures.inWords(failure),
                        began,
                        ticker.now()));
    }
}
