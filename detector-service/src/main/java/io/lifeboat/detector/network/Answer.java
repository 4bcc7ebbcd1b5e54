package io.lifeboat.detector.network;

import java.net.InetAddress;
import java.util.List;

/**
 * What a name stood for when it was asked.
 *
 * @param addresses the addresses, in the order they were answered; never empty
 */
public record Answer(List<InetAddress> addresses) {

    public Answer {
        addresses = List.copyOf(addresses);
    }

    /** The address a client would try first. */
    public InetAddress first() {
        return addresses.getFirst();
    }
}
