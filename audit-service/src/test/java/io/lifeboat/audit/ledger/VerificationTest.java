package io.lifeboat.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private final List<LedgerEntry> chain = chain(5);

    @Test
    void shouldVerifyAnUntouchedChain() {
        Verification verified = verify(chain);

        assertThat(verified.verified()).isTrue();
        assertThat(verified.entries()).isEqualTo(5);
    }

    @Test
    void shouldVerifyAnEmptyChain() {
        assertThat(Verification.begin("shop").end(0, Chain.START).verified()).isTrue();
    }

    @Test
    void shouldNameAnEntryWhoseContentsWereChanged() {
        LedgerEntry entry = chain.get(2);
        chain.set(2, with(entry, "{\"changed\":true}", entry.hash()));

        assertThat(verify(chain).firstBad()).satisfies(bad -> {
            assertThat(bad.sequence()).isEqualTo(3);
            assertThat(bad.messageId()).isEqualTo("m-3");
            assertThat(bad.reason()).contains("changed");
        });
    }

    @Test
    void shouldNameTheEntryAfterAChangedOneWhoseHashWasMadeToFit() {
        LedgerEntry changed = with(chain.get(2), "{\"changed\":true}", new byte[0]);
        chain.set(2, with(changed, "{\"changed\":true}", Chain.hash(changed)));

        assertThat(verify(chain).firstBad()).satisfies(bad -> {
            assertThat(bad.sequence()).isEqualTo(4);
            assertThat(bad.reason()).contains("follow");
        });
    }

    @Test
    void shouldNameAMissingEntry() {
        chain.remove(1);

        assertThat(verify(chain).firstBad()).satisfies(bad -> {
            assertThat(bad.sequence()).isEqualTo(2);
            assertThat(bad.reason()).contains("missing");
        });
    }

    @Test
    void shouldNameAnEndThatWasCutOff() {
        LedgerEntry last = chain.removeLast();

        Verification cut = Verification.begin("shop").then(chain).end(last.sequence(), last.hash());

        assertThat(cut.firstBad()).satisfies(bad -> assertThat(bad.sequence()).isEqualTo(5));
    }

    private static Verification verify(List<LedgerEntry> chain) {
        LedgerEntry last = chain.getLast();
        return Verification.begin("shop").then(chain).end(last.sequence(), last.hash());
    }

    private static List<LedgerEntry> chain(int length) {
        List<LedgerEntry> chain = new ArrayList<>();
        byte[] previous = Chain.START;
        for (int i = 1; i <= length; i++) {
            LedgerEntry entry = Chain.next(notice(i), i - 1, previous);
            chain.add(entry);
            previous = entry.hash();
        }
        return chain;
    }

    private static Notice notice(int i) {
        return new Notice(
                "shop",
                "m-" + i,
                "lifeboat.incident.opened.v1",
                "incident-events",
                0,
                i,
                Instant.ofEpochMilli(i),
                "{}",
                "{}".getBytes(StandardCharsets.UTF_8),
                null);
    }

    private static LedgerEntry with(LedgerEntry entry, String body, byte[] hash) {
        return new LedgerEntry(
                entry.application(),
                entry.sequence(),
                entry.messageId(),
                entry.type(),
                entry.topic(),
                entry.partition(),
                entry.offset(),
                entry.appendedAt(),
                entry.headers(),
                body.getBytes(StandardCharsets.UTF_8),
                entry.incidentId(),
                entry.previous(),
                hash);
    }
}
