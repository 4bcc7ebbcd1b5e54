package io.lifeboat.detector.probe;

import io.lifeboat.detector.network.Answer;
import io.lifeboat.detector.network.Names;
import io.lifeboat.detector.time.Moment;
import io.lifeboat.detector.time.Ticker;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * The unluckiest of the customers who hold on to an address whatever the TTL says: it always uses the oldest address that
 * one of them may still hold. It looks the name up at every look, and remembers what it heard.
 */
final class AgedAddress implements AddressChoice {

    private final Names names;
    private final String host;
    private final Duration age;
    private final Ticker ticker;
    private final AddressTimeline timeline = new AddressTimeline();

    AgedAddress(Names names, String host, Duration age, Ticker ticker) {
        this.names = names;
        this.host = host;
        this.age = age;
        this.ticker = ticker;
    }

    @Override
    public Future<InetAddress> next(Duration timeout) {
        Moment now = ticker.now();
        Future<InetAddress> lookup =
                names.addresses(host, timeout).map(Answer::first).onSuccess(address -> timeline.heard(now, address));
        Optional<InetAddress> aged = timeline.oldestHeld(age, now);
        // A lookup that fails now is felt when it has come of age: the address of the lookup before it is used longer.
        return aged.map(Future::succeededFuture).orElse(lookup);
    }

    @Override
    public void lost() {
        // This customer does not learn from a failure; that is what makes it the unluckiest.
    }
}
