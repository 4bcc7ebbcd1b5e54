package io.lifeboat.detector.probe;

import io.lifeboat.detector.network.Answer;
import io.lifeboat.detector.network.Names;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A customer who stays with the address of an open connection, and looks the name up again when it is gone. */
final class KeptAddress implements AddressChoice {

    private final Names names;
    private final String host;
    private volatile @Nullable InetAddress held;

    KeptAddress(Names names, String host) {
        this.names = names;
        this.host = host;
    }

    @Override
    public Future<InetAddress> next(Duration timeout) {
        InetAddress current = held;
        if (current != null) {
            return Future.succeededFuture(current);
        }
        return names.addresses(host, timeout).map(Answer::first).onSuccess(address -> held = address);
    }

    @Override
    public void lost() {
        held = null;
    }
}
