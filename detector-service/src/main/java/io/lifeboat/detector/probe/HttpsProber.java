package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.Client;
import io.lifeboat.contract.plan.HttpsProbe;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.probe.HttpExchange.Answered;
import io.lifeboat.detector.time.Moment;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One HTTPS request as one kind of customer makes it, judged by status, body, latency and how long the certificate is
 * still good. The connection goes to the address the kind of customer would use; name and certificate are checked
 * against the host of the URL all the same.
 */
final class HttpsProber implements Prober {

    private final HttpsProbe probe;
    private final URI url;
    private final HttpClient client;
    private final AddressChoice addresses;
    private final Outside outside;

    HttpsProber(HttpsProbe probe, Outside outside) {
        this.probe = probe;
        this.url = URI.create(probe.url());
        this.client = outside.http().keeping(probe.client().keepAlive());
        this.addresses = choice(probe.client(), url.getHost(), outside);
        this.outside = outside;
    }

    @Override
    public Future<Look> look(Duration timeout) {
        Moment began = outside.ticker().now();
        return addresses
                .next(timeout)
                .compose(address ->
                        ask(address, timeout.minus(outside.ticker().now().since(began))))
                .map(answered -> judge(answered, began).spoken())
                .otherwise(failure -> {
                    addresses.lost();
                    return Look.of(
                            SignalState.DOWN,
                            Failures.inWords(failure),
                            began,
                            outside.ticker().now());
                });
    }

    private Future<Answered> ask(InetAddress address, Duration left) {
        return HttpExchange.send(outside.vertx(), client, HttpExchange.get(url, address), left, addresses::lost);
    }

    private Look judge(Answered answered, Moment began) {
        Moment ended = outside.ticker().now();
        if (answered.status() != probe.status()) {
            return Look.of(
                    SignalState.DOWN, "status " + answered.status() + " instead of " + probe.status(), began, ended);
        }
        if (probe.bodyContains() != null && !answered.body().contains(probe.bodyContains())) {
            return Look.of(SignalState.DOWN, "the body does not contain what it must", began, ended);
        }
        return shortcoming(answered, ended.since(began))
                .map(reason -> Look.of(SignalState.DEGRADED, reason, began, ended))
                .orElseGet(() -> Look.of(SignalState.UP, "status " + answered.status(), began, ended));
    }

    private Optional<String> shortcoming(Answered answered, Duration latency) {
        Instant soon = outside.clock().instant().plus(Duration.ofDays(probe.certificateDays()));
        if (answered.certificateEnds().filter(end -> end.isBefore(soon)).isPresent()) {
            return Optional.of(
                    "the certificate ends on " + answered.certificateEnds().get());
        }
        if (probe.slowerThan() != null && latency.compareTo(probe.slowerThan()) > 0) {
            return Optional.of("answered after " + latency.toMillis() + " ms, slower than "
                    + probe.slowerThan().toMillis() + " ms");
        }
        return Optional.empty();
    }

    private static AddressChoice choice(Client client, String host, Outside outside) {
        if (client.addressCache() != null) {
            return new AgedAddress(outside.names(), host, client.addressCache(), outside.ticker());
        }
        return client.keepAlive() ? new KeptAddress(outside.names(), host) : new FreshAddress(outside.names(), host);
    }
}
