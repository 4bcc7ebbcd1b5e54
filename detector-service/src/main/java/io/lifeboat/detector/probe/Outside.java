package io.lifeboat.detector.probe;

import io.lifeboat.detector.network.Names;
import io.lifeboat.detector.network.Secrets;
import io.lifeboat.detector.network.Trust;
import io.lifeboat.detector.time.Ticker;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Everything probers reach the outside world with; shared by all of them.
 *
 * @param vertx runs timers and connections
 * @param ticker measures
 * @param clock tells the wall time where a message or a certificate needs it
 * @param names looks names up
 * @param trust whom to believe
 * @param secrets users and passwords by name
 * @param source the local address to call from, or empty for any
 * @param http the HTTPS clients
 * @param tcp the TCP client
 */
public record Outside(
        Vertx vertx,
        Ticker ticker,
        InstantSource clock,
        Names names,
        Trust trust,
        Secrets secrets,
        Optional<InetAddress> source,
        HttpClients http,
        NetClient tcp) {}
