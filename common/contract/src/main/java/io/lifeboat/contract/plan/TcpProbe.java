package io.lifeboat.contract.plan;

/**
 * One TCP connection, opened and closed. Never proof of health by itself.
 *
 * @param host a name or address; {@code {region}} is replaced
 * @param port the port
 */
public record TcpProbe(String host, int port) implements Probe {}
