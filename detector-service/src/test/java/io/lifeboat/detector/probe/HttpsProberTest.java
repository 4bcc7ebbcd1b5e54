package io.lifeboat.detector.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.Client;
import io.lifeboat.contract.plan.HttpsProbe;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.outside.TestAuthority;
import io.lifeboat.detector.outside.TestServer;
import io.lifeboat.detector.outside.World;
import io.lifeboat.detector.time.Moment;
import io.lifeboat.detector.time.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Address;

class HttpsProberTest {

    private static final String NAME = "www.shop.example";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private World world;
    private TestServer home;
    private TestServer other;

    @BeforeEach
    void open() {
        world = new World(folder);
        home = world.server("127.0.0.1", 0, NAME);
        other = world.server("127.0.0.2", home.port(), NAME);
        world.names().point(NAME, "127.0.0.1");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void shouldBeUpWhenStatusBodyAndCertificateAreAsTheyShould() {
        Look look = look(probe(200, "fine", null, 7, Client.FRESH));

        assertThat(look.state()).as(look.reason()).isEqualTo(SignalState.UP);
    }

    @Test
    void shouldBeDownForAnotherStatusOrBody() {
        home.answers(500, "fine");
        assertThat(look(probe(200, null, null, 7, Client.FRESH)))
                .matches(Look::failed)
                .matches(Look::answered, "the target itself said so")
                .extracting(Look::reason)
                .isEqualTo("status 500 instead of 200");

        home.answers(200, "maintenance");
        assertThat(look(probe(200, "fine", null, 7, Client.FRESH)))
                .matches(Look::failed)
                .extracting(Look::reason)
                .isEqualTo("the body does not contain what it must");
    }

    @Test
    void shouldBeDegradedWhenSlowOrWhenTheCertificateEndsSoon() {
        assertThat(look(probe(200, null, null, 60, Client.FRESH)).state()).isEqualTo(SignalState.DEGRADED);

        home.after(200);
        assertThat(look(probe(200, null, Duration.ofMillis(150), 7, Client.FRESH))
                        .state())
                .isEqualTo(SignalState.DEGRADED);
    }

    @Test
    void shouldBeDownForACertificateOfAnotherNameOrOfAnUnknownAuthority() {
        TestServer wrongName = world.server("127.0.0.3", 0, "www.bank.example");
        world.names().point(NAME, "127.0.0.3");
        Look named = look(probe(wrongName.port(), 200, null, null, 7, Client.FRESH));
        assertThat(named.failed()).isTrue();
        assertThat(named.reason()).startsWith("TLS: ");

        TestServer unknown = new TestServer(
                world.vertx(), "127.0.0.4", 0, TestAuthority.create().certificateFor(NAME, Duration.ofDays(30)));
        world.names().point(NAME, "127.0.0.4");
        assertThat(look(probe(unknown.port(), 200, null, null, 7, Client.FRESH)).failed())
                .isTrue();
    }

    @Test
    void shouldBeDownForACertificateThatHasExpired() {
        TestServer expired = new TestServer(
                world.vertx(), "127.0.0.3", 0, world.authority().certificateFor(NAME, Duration.ofHours(-1)));
        world.names().point(NAME, "127.0.0.3");

        Look look = look(probe(expired.port(), 200, null, null, 7, Client.FRESH));

        assertThat(look.failed()).isTrue();
        assertThat(look.reason()).startsWith("TLS: ");
    }

    @Test
    void shouldEndInTimeWhenNothingIsAnsweredAndLeaveNoConnectionBehind() {
        home.silent(true);

        Look look =
                world.look(prober(probe(200, null, null, 7, Client.FRESH), world.outside()), Duration.ofMillis(300));

        assertThat(look.failed()).isTrue();
        assertThat(look.reason()).isEqualTo("no answer in time");
        assertThat(look.answered()).isFalse();
        assertThat(look.took()).isBetween(Duration.ofMillis(250), Duration.ofSeconds(2));
        Awaitility.await("the unanswered connection is closed")
                .untilAsserted(() -> assertThat(home.open()).isZero());
    }

    @Test
    void shouldBeDownWhenTheNameHasNoAddressOrTheResolverIsSilent() {
        Look unknown = world.look(
                prober(new HttpsProbe("https://nowhere.example/", 200, null, null, 0, Client.FRESH), world.outside()),
                PATIENCE);
        assertThat(unknown.reason()).isEqualTo("name nowhere.example: NXDOMAIN");

        world.names().silent(true);
        Look silent =
                world.look(prober(probe(200, null, null, 7, Client.FRESH), world.outside()), Duration.ofMillis(300));
        assertThat(silent.reason()).contains("resolver").contains("did not answer");
        assertThat(silent.took()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void shouldCallFromTheAddressItIsTold() throws IOException {
        Outside outside = world.outside(Ticker.SYSTEM, Map.of(), Optional.of(Address.getByAddress("127.0.0.9")));

        world.look(prober(probe(200, null, null, 7, Client.FRESH), outside), PATIENCE);

        assertThat(home.callers()).containsExactly("127.0.0.9");
    }

    @Test
    void shouldLookUpAndConnectAfreshEachTimeWhenItBehavesLikeANewCustomer() {
        Prober prober = prober(probe(200, null, null, 7, Client.FRESH), world.outside());
        world.look(prober, PATIENCE);
        world.look(prober, PATIENCE);
        assertThat(home.opened()).isEqualTo(2);

        world.names().point(NAME, "127.0.0.2");
        world.look(prober, PATIENCE);
        assertThat(other.callers()).hasSize(1);
    }

    @Test
    void shouldStayOnItsConnectionUntilThatFailsWhenItBehavesLikeAKeepAliveCustomer() {
        Prober prober = prober(probe(200, null, null, 7, new Client(true, null, 0.09)), world.outside());
        world.look(prober, PATIENCE);
        world.names().point(NAME, "127.0.0.2");
        world.look(prober, PATIENCE);
        assertThat(home.opened()).as("one connection, held").isEqualTo(1);
        assertThat(home.callers()).hasSize(2);

        home.silent(true);
        assertThat(world.look(prober, Duration.ofMillis(300)).failed()).isTrue();
        assertThat(world.look(prober, PATIENCE).good()).isTrue();
        assertThat(other.callers()).hasSize(1);
    }

    @Test
    void shouldLookTheNameUpAgainWhenTheOtherSideClosedItsConnection() {
        Prober prober = prober(probe(200, null, null, 7, new Client(true, null, 0.09)), world.outside());
        world.look(prober, PATIENCE);
        world.names().point(NAME, "127.0.0.2");
        home.closeConnections();
        Awaitility.await("the closing arrives").untilAsserted(() -> {
            world.look(prober, PATIENCE);
            assertThat(other.callers()).isNotEmpty();
        });
    }

    @Test
    void shouldUseTheAddressOfLongAgoWhenItBehavesLikeACustomerWhoCachesAddresses() {
        AtomicReference<Moment> now = new AtomicReference<>(new Moment(0));
        Prober prober = prober(
                probe(200, null, null, 7, new Client(false, Duration.ofSeconds(20), 0.01)),
                world.outside(now::get, Map.of(), Optional.empty()));
        now.set(new Moment(Duration.ofSeconds(29).toNanos()));
        world.look(prober, PATIENCE);
        world.names().point(NAME, "127.0.0.2");

        now.set(new Moment(Duration.ofSeconds(30).toNanos()));
        world.look(prober, PATIENCE);
        now.set(new Moment(Duration.ofSeconds(48).toNanos()));
        world.look(prober, PATIENCE);
        assertThat(other.callers()).as("the old address was heard 19 s ago").isEmpty();

        now.set(new Moment(Duration.ofSeconds(49).toNanos()));
        world.look(prober, PATIENCE);
        assertThat(other.callers()).as("nobody holds what was heard 20 s ago").hasSize(1);
    }

    private Look look(HttpsProbe probe) {
        return world.look(prober(probe, world.outside()), PATIENCE);
    }

    private static Prober prober(HttpsProbe probe, Outside outside) {
        return new HttpsProber(probe, outside);
    }

    private HttpsProbe probe(int status, String contains, Duration slower, int days, Client client) {
        return probe(home.port(), status, contains, slower, days, client);
    }

    private static HttpsProbe probe(int port, int status, String contains, Duration slower, int days, Client client) {
        return new HttpsProbe("https://" + NAME + ":" + port + "/health", status, contains, slower, days, client);
    }
}
