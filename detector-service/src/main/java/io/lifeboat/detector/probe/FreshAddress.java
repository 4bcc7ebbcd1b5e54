package io.lifeboat.detector.probe;

import io.lifeboat.detector.network.Answer;
import io.lifeboat.detector.network.Names;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.time.Duration;

/** A customer who looks the name up each time; how long answers live is the resolver's business. */
final class FreshAddress implements AddressChoice {

    private final Names names;
    private final String host;

    FreshAddress(Names names, String host) {
        this.names = names;
        this.host = host;
    }

    @Override
    public Future<InetAddress> next(Duration timeout) {
        return names.addresses(host, timeout).map(Answer::first);
    }

    @Override
    public void lost() {
        // Nothing is held.
    }
}
