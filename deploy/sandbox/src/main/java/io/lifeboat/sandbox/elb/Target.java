package io.lifeboat.sandbox.elb;

/**
 * One target of a group.
 *
 * @param address its own IPv4 address
 * @param port where it listens
 */
public record Target(String address, int port) {}
