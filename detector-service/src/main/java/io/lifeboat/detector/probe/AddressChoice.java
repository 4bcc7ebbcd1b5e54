package io.lifeboat.detector.probe;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.time.Duration;

/** Which address a kind of customer uses next. */
sealed interface AddressChoice permits FreshAddress, KeptAddress, AgedAddress {

    /** The address to use for this look. */
    Future<InetAddress> next(Duration timeout);

    /** The connection to the address is gone, or a request over it failed. */
    void lost();
}
