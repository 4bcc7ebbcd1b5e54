package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.TcpProbe;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.time.Moment;
import io.vertx.core.Future;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One TCP connection, opened and closed. */
final class TcpProber implements Prober {

    private final TcpProbe probe;
    private final Outside outside;

    TcpProber(TcpProbe probe, Outside outside) {
        this.probe = probe;
        this.outside = outside;
    }

    @Override
    public Future<Look> look(Duration timeout) {
        Moment began = outside.ticker().now();
        return outside.names()
                .addresses(probe.host(), timeout)
                .compose(answer -> connect(
                        answer.first(), timeout.minus(outside.ticker().now().since(began))))
                .map(connected -> Look.of(
                        SignalState.UP, "connected", began, outside.ticker().now()))
                .otherwise(failure -> Look.of(
                        SignalState.DOWN,
                        Failures.inWords(failure),
                        began,
                        outside.ticker().now()));
    }

    private Future<Void> connect(InetAddress address, Duration left) {
        return outside.tcp()
                .connect(SocketAddress.inetSocketAddress(probe.port(), address.getHostAddress()))
                // Closed however late it opens: the timeout below does not end the attempt.
                .onSuccess(NetSocket::close)
                .timeout(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS)
                .mapEmpty();
    }
}
