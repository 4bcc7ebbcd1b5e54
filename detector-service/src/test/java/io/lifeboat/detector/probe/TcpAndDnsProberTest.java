package io.lifeboat.detector.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.DnsProbe;
import io.lifeboat.contract.plan.TcpProbe;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.outside.TestServer;
import io.lifeboat.detector.outside.World;
import io.lifeboat.testkit.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TcpAndDnsProberTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = new World(folder);
        world.names().point("db.shop.internal", "127.0.0.1");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void shouldBeUpWhenAConnectionOpensAndDownWhenItIsRefused() {
        TestServer server = world.server("127.0.0.1", 0, "db.shop.internal");

        assertThat(tcp("db.shop.internal", server.port()).state()).isEqualTo(SignalState.UP);
        Look refused = tcp("db.shop.internal", FreePorts.next("127.0.0.1"));
        assertThat(refused.failed()).isTrue();
        assertThat(refused.reason()).startsWith("not connected");
    }

    @Test
    void shouldNeverTalkToALinkLocalAddress() {
        world.names().point("meta.shop.internal", "169.254.169.254");

        Look look = tcp("meta.shop.internal", 80);

        assertThat(look.failed()).isTrue();
        assertThat(look.reason()).contains("link-local");
    }

    @Test
    void shouldFollowOneNameToAnother() {
        TestServer server = world.server("127.0.0.1", 0, "db.shop.internal");
        world.names().point("writer.shop.internal", "db.shop.internal");

        assertThat(tcp("writer.shop.internal", server.port()).state()).isEqualTo(SignalState.UP);
    }

    @Test
    void shouldJudgeTheAnswersOfDns() {
        assertThat(dns("db.shop.internal", List.of()).state()).isEqualTo(SignalState.UP);
        assertThat(dns("db.shop.internal", List.of("127.0.0.1", "127.0.0.2")).state())
                .isEqualTo(SignalState.UP);
        assertThat(dns("db.shop.internal", List.of("127.0.0.2")).state()).isEqualTo(SignalState.DOWN);
        assertThat(dns("nowhere.example", List.of()).state()).isEqualTo(SignalState.DOWN);
    }

    private Look tcp(String host, int port) {
        return world.look(new TcpProber(new TcpProbe(host, port), world.outside()), PATIENCE);
    }

    private Look dns(String name, List<String> expected) {
        return world.look(new DnsProber(new DnsProbe(name, "A", expected), world.outside()), PATIENCE);
    }
}
