package io.lifeboat.sandbox.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Net;
import io.lifeboat.sandbox.cloud.Place;
import io.lifeboat.sandbox.cloud.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A lost region as a TCP client meets it. */
@Timeout(60)
class RelayTest {

    private static final int SHORT_MILLIS = 300;
    private static final int LONG_MILLIS = 10_000;

    private final Cloud cloud = new Cloud(Net.random(), Ports.free(), Clock.systemUTC());
    private InetSocketAddress address;
    private ServerSocket echo;
    private Relay relay;

    @BeforeEach
    void start() throws IOException {
        int port = cloud.ports().https();
        echo = new ServerSocket();
        echo.bind(new InetSocketAddress(cloud.home().address(Place.POSTGRES_HOST), port));
        cloud.threads().execute(this::serveEcho);
        address = new InetSocketAddress(cloud.home().address(Place.LOAD_BALANCER_HOST), port);
        relay = new Relay(cloud, address, () -> (InetSocketAddress) echo.getLocalSocketAddress());
    }

    @AfterEach
    void stop() throws IOException {
        relay.close();
        echo.close();
        cloud.close();
    }

    @Test
    void shouldPassBytesWhileTheRegionIsThere() throws IOException {
        try (Socket client = connected(LONG_MILLIS)) {
            assertThat(echoed(client, 7, LONG_MILLIS)).isEqualTo(7);
        }
    }

    @Test
    void shouldNotEvenConnectToALostRegionAndGetThroughOnReturn() throws IOException {
        cloud.home().lose();
        awaitBlocked();

        assertThatThrownBy(() -> connected(SHORT_MILLIS)).isInstanceOf(SocketTimeoutException.class);

        cloud.home().returnAgain();
        try (Socket client = connected(LONG_MILLIS)) {
            assertThat(echoed(client, 9, LONG_MILLIS)).isEqualTo(9);
        }
    }

    @Test
    void shouldFreezeOpenConnectionsAndLetThemGoOnAfterwards() throws IOException {
        try (Socket client = connected(LONG_MILLIS)) {
            assertThat(echoed(client, 1, LONG_MILLIS)).isEqualTo(1);
            cloud.home().lose();

            assertThatThrownBy(() -> echoed(client, 2, SHORT_MILLIS)).isInstanceOf(SocketTimeoutException.class);

            cloud.home().returnAgain();
            client.setSoTimeout(LONG_MILLIS);
            assertThat(client.getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void shouldBlindOneVantageAlone() throws IOException {
        var office = cloud.vantages().get("office");
        cloud.reach().cut(office.place(), cloud.home());
        try (Socket cut = new Socket();
                Socket other = connected(LONG_MILLIS)) {
            cut.bind(new InetSocketAddress(office.source(), 0));
            cut.connect(address, LONG_MILLIS);

            assertThatThrownBy(() -> echoed(cut, 3, SHORT_MILLIS)).isInstanceOf(SocketTimeoutException.class);
            assertThat(echoed(other, 4, LONG_MILLIS)).isEqualTo(4);

            cloud.reach().mend(office.place());
            cut.setSoTimeout(LONG_MILLIS);
            assertThat(cut.getInputStream().read()).isEqualTo(3);
        }
    }

    // The door needs a moment to fill its queue; until then an attempt is accepted and met by silence.
    private void awaitBlocked() {
        Awaitility.await("a closed door").atMost(Duration.ofSeconds(10)).until(() -> {
            try (Socket attempt = connected(SHORT_MILLIS)) {
                return !attempt.isConnected();
            } catch (SocketTimeoutException blocked) {
                return true;
            }
        });
    }

    private Socket connected(int timeout) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(address, timeout);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static int echoed(Socket socket, int value, int timeout) throws IOException {
        socket.setSoTimeout(timeout);
        socket.getOutputStream().write(value);
        return socket.getInputStream().read();
    }

    private void serveEcho() {
        while (!echo.isClosed()) {
            try {
                Socket guest = echo.accept();
                cloud.threads().execute(() -> echo(guest));
            } catch (IOException e) {
                return; // the test is over
            }
        }
    }

    private static void echo(Socket guest) {
        try (guest) {
            guest.getInputStream().transferTo(guest.getOutputStream());
        } catch (IOException e) {
            return; // the client went away, as every test's does at its end
        }
    }
}
