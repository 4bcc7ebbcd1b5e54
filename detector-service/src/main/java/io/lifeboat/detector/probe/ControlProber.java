package io.lifeboat.detector.probe;

import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.time.Moment;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;

/** One request to a control target. Any status is an answer: what is looked at is whether the detector can reach anything. */
final class ControlProber implements Prober {

    private final URI url;
    private final AddressChoice addresses;
    private final Outside outside;

    ControlProber(String url, Outside outside) {
        this.url = URI.create(url);
        if (!"https".equals(this.url.getScheme()) || this.url.getHost() == null) {
            throw new IllegalArgumentException("lifeboat.detector.controls: " + url + " is no https URL");
        }
        this.addresses = new FreshAddress(outside.names(), this.url.getHost());
        this.outside = outside;
    }

    @Override
    public Future<Look> look(Duration timeout) {
        Moment began = outside.ticker().now();
        return addresses
                .next(timeout)
                .compose(address -> HttpExchange.send(
                        outside.vertx(),
                        outside.http().keeping(false),
                        HttpExchange.get(url, address),
                        timeout.minus(outside.ticker().now().since(began)),
                        addresses::lost))
                .map(answered -> Look.of(
                        SignalState.UP,
                        "status " + answered.status(),
                        began,
                        outside.ticker().now()))
                .otherwise(failure -> Look.of(
                        SignalState.DOWN,
                        Failures.inWords(failure),
                        began,
                        outside.ticker().now()));
    }
}
