package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.AwsApiProbe;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.aws.ApiAnswer;
import io.lifeboat.detector.aws.ApiReader;
import io.lifeboat.detector.time.Moment;
import io.lifeboat.detector.time.Ticker;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/** Asks whether a region's control plane answers. */
final class AwsApiProber implements Prober {

    private final AwsApiProbe probe;
    private final Optional<String> role;
    private final String region;
    private final ApiReader api;
    private final Ticker ticker;

    /**
     * Asks in one region.
     *
     * @param role the role to ask in, or empty for the detector's own credentials
     */
    AwsApiProber(AwsApiProbe probe, Optional<String> role, String region, ApiReader api, Ticker ticker) {
        this.probe = probe;
        this.role = role;
        this.region = region;
        this.api = api;
        this.ticker = ticker;
    }

    @Override
    public Future<Look> look(Duration timeout) {
        Moment began = ticker.now();
        return api.ask(probe.service(), role, region, timeout)
                .map(answer -> Look.of(state(answer), answer.reason(), began, ticker.now()));
    }

    private static SignalState state(ApiAnswer answer) {
        return switch (answer.kind()) {
            case ANSWERED -> SignalState.UP;
            case THROTTLED -> SignalState.DEGRADED;
            case FAILED -> SignalState.DOWN;
            case UNCLEAR -> SignalState.UNKNOWN;
        };
    }
}
