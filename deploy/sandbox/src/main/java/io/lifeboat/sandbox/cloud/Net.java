package io.lifeboat.sandbox.cloud;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The sandbox's addresses: {@code 127.N.place.host}. N is random, so that two sandboxes on one machine do not meet; the
 * place tells where an address stands (see {@link Place}).
 *
 * @param octet N, 2 to 254
 */
public record Net(int octet) {

    public Net {
        if (octet < 2 || octet > 254) {
            throw new IllegalArgumentException("octet must be 2 to 254, not " + octet);
        }
    }

    public static Net random() {
        return new Net(ThreadLocalRandom.current().nextInt(2, 255));
    }

    public InetAddress address(int place, int host) {
        try {
            return InetAddress.getByAddress(new byte[] {127, (byte) octet, (byte) place, (byte) host});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are always an address", e);
        }
    }

    /** The place an address stands in, or -1 when it is not one of this sandbox's. */
    public int placeOf(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean ours = bytes.length == 4 && bytes[0] == 127 && (bytes[1] & 0xff) == octet;
        return ours ? bytes[2] & 0xff : -1;
    }

    /** A port nobody on this machine listens on now, whatever the address. */
    public static int freePort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(0));
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port on this machine", e);
        }
    }
}
