package io.lifeboat.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    private static final String HOST = "127.0.0.61";
    /** Of about 28,000 ports: chosen anew each time, two of so many would be the same almost for sure. */
    private static final int MANY = 600;

    @Test
    void shouldGiveNoPortTwiceBeforeAnybodyListensOnIt() {
        Set<Integer> given = new HashSet<>();

        for (int i = 0; i < MANY; i++) {
            given.add(FreePorts.next(HOST));
        }

        assertThat(given).hasSize(MANY);
    }

    @Test
    void shouldLetAServerListenAgainAndAgain() throws IOException {
        int port = FreePorts.next(HOST);

        for (int i = 0; i < 3; i++) {
            try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getByName(HOST));
                    Socket caller = new Socket(HOST, port)) {
                assertThat(server.accept().getLocalAddress()).isEqualTo(caller.getInetAddress());
            }
        }
    }

    @Test
    void shouldAnswerNobodyBeforeAServerListens() throws IOException {
        int port = FreePorts.next(HOST);

        try (Socket caller = new Socket()) {
            assertThatThrownBy(() -> caller.connect(new InetSocketAddress(HOST, port)))
                    .isInstanceOf(ConnectException.class);
        }
    }
}
