package io.lifeboat.sandbox.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.sandbox.cloud.Names;
import io.lifeboat.sandbox.cloud.Net;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class DnsServerTest {

    private final Names names = new Names();
    private final AtomicBoolean answering = new AtomicBoolean(true);
    private DnsServer server;
    private InetSocketAddress at;

    @BeforeEach
    void start() throws IOException {
        names.point("db.shop.internal", InetAddress.getByName("127.0.10.5"), Duration.ofSeconds(5));
        at = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), Net.freePort());
        var responder = new Responder(List.of(new NamedAddresses(names)), Duration.ofSeconds(1));
        server = DnsServer.start("127.0.0.1", at.getPort(), responder, answering::get);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldAnswerOnUdpAndTcp(boolean tcp) throws IOException {
        var response = ask("DB.shop.internal.", Type.A, tcp);

        assertThat(response.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(response.getHeader().getFlag(Flags.RA)).isTrue();
        assertThat(response.getSection(Section.ANSWER)).singleElement().satisfies(record -> {
            assertThat(record.rdataToString()).isEqualTo("127.0.10.5");
            assertThat(record.getTTL()).isEqualTo(5);
        });
    }

    @Test
    void shouldSayThatANameDoesNotExist() throws IOException {
        var response = ask("nobody.shop.internal.", Type.A, false);

        assertThat(response.getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(response.getSection(Section.AUTHORITY)).hasSize(1);
    }

    @Test
    void shouldSayThatANameHasNoRecordOfTheType() throws IOException {
        var response = ask("db.shop.internal.", Type.AAAA, false);

        assertThat(response.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(response.getSection(Section.ANSWER)).isEmpty();
    }

    @Test
    void shouldAnswerNobodyWhoIsCutOffAndAnswerAgainAfterwards() throws Exception {
        answering.set(false);
        assertThatThrownBy(() -> lookup(Duration.ofMillis(300))).isInstanceOf(CompletionException.class);

        answering.set(true);

        assertThat(lookup(Duration.ofSeconds(5)).first()).isEqualTo("127.0.10.5");
    }

    @Test
    void shouldTellTheAskerTheTtlAndThatThereIsNoAddress() throws Exception {
        assertThat(lookup(Duration.ofSeconds(5)).ttl()).isEqualTo(Duration.ofSeconds(5));

        names.forget("db.shop.internal");

        assertThatThrownBy(() -> lookup(Duration.ofSeconds(5)))
                .hasCauseInstanceOf(NameNotFoundException.class)
                .hasMessageContaining("db.shop.internal");
    }

    private StubResolver.Addresses lookup(Duration patience) throws IOException {
        return new StubResolver(at, "127.0.0.1", patience)
                .lookup("db.shop.internal")
                .toCompletableFuture()
                .join();
    }

    private Message ask(String name, int type, boolean tcp) throws IOException {
        var resolver = new SimpleResolver(at);
        resolver.setTCP(tcp);
        return resolver.send(Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN)));
    }
}
