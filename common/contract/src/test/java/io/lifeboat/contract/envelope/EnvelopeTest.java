package io.lifeboat.contract.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.ApprovalGiven;
import io.lifeboat.contract.incident.StepSettled;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:14:03Z");
    private static final ApprovalGiven BODY =
            new ApprovalGiven("inc-1", "shop", new Act("incident-commander-a", "customers wait"), 1);

    @Test
    void shouldUnpackWhatItPacked() {
        Message message = Envelope.pack("/lifeboat/coordinator/one", "shop", NOW, BODY);

        Received received = Envelope.unpack(message.key(), message.headers(), message.body());

        assertThat(received.body()).isEqualTo(BODY);
        assertThat(received.id()).isEqualTo(message.id());
        assertThat(received.type()).isEqualTo(MessageType.APPROVAL_GIVEN);
        assertThat(received.application()).isEqualTo("shop");
        assertThat(received.source()).isEqualTo("/lifeboat/coordinator/one");
    }

    @Test
    void shouldCarryCloudEventsAttributesInHeaders() {
        Message message = Envelope.pack("id-1", "/lifeboat/coordinator/one", "shop", NOW, BODY);

        assertThat(message.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", "id-1")
                .containsEntry("ce_type", "lifeboat.approval.given.v1")
                .containsEntry("ce_source", "/lifeboat/coordinator/one")
                .containsEntry("ce_subject", "shop")
                .containsEntry("ce_time", "2026-11-22T09:14:03Z");
    }

    @Test
    void shouldTolerateFieldsOfALaterRelease() {
        Message message = Envelope.pack("a", "shop", NOW, BODY);
        String later = new String(message.body(), UTF_8).replaceFirst("\\{", "{\"mood\": {\"calm\": true}, ");

        assertThat(Envelope.unpack("shop", message.headers(), later.getBytes(UTF_8))
                        .body())
                .isEqualTo(BODY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    lifeboat.approval.given.v1 | {                                  | body: is not JSON
                    lifeboat.approval.given.v1 | null                               | body: is no JSON object
                    lifeboat.approval.given.v1 | []                                 | body: is no JSON object
                    lifeboat.approval.given.v1 | {}                                 | field /incidentId: is missing
                    lifeboat.approval.given.v1 | {"incidentId":null}                | field /incidentId: is missing
                    lifeboat.approval.given.v1 | {"incidentId":"i","application":"shop","act":{"who":"a","why":"b"}} | field /missing: is missing
                    lifeboat.approval.given.v1 | {"incidentId":"i","application":"shop","act":{"who":"a"},"missing":0} | field /act/why: is missing
                    lifeboat.approval.given.v1 | {"incidentId":"i","application":"shop","act":{"who":"a","why":"b"},"missing":"many"} | field /missing:
                    lifeboat.approval.given.v1 | {"incidentId":"i","application":"shop","act":{"who":" ","why":"b"},"missing":0} | field /act: who: is missing
                    lifeboat.approval.given.v2 | {}                                 | header ce_type: unknown type lifeboat.approval.given.v2
                    """)
    void shouldSayWhatCannotBeReadAndWhere(String type, String body, String said) {
        Map<String, String> headers = Map.of(Envelope.ID, "1", Envelope.TYPE, type);

        assertThatThrownBy(() -> Envelope.unpack("shop", headers, body.getBytes(UTF_8)))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining(said);
    }

    @Test
    void shouldNameTheElementOfAListThatLacksAField() {
        Map<String, String> headers = Map.of(Envelope.ID, "1", Envelope.TYPE, MessageType.GATE_EVALUATED.wireName());
        String body = """
                {"incidentId": "i", "application": "shop", "evaluation": 1, "disasterClass": "unknown", "outcome": "hold",
                 "checks": [{"check": "armed", "verdict": "pass", "reason": "r"}, {"check": "quorum", "reason": "r"}]}
                """;

        assertThatThrownBy(() -> Envelope.unpack("shop", headers, body.getBytes(UTF_8)))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessage("field /checks/1/verdict: is missing");
    }

    @Test
    void shouldNameTheHeaderOrKeyThatIsMissing() {
        Message message = Envelope.pack("a", "shop", NOW, BODY);
        Map<String, String> headers = new HashMap<>(message.headers());
        headers.remove(Envelope.TYPE);

        assertThatThrownBy(() -> Envelope.unpack("shop", headers, message.body()))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessage("header ce_type: is missing");
        assertThatThrownBy(() -> Envelope.unpack(null, message.headers(), message.body()))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("key: is missing");
        assertThatThrownBy(() -> Envelope.unpack("shop", message.headers(), null))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessage("body: is empty");
    }

    @Test
    void shouldNotPackWhatIsNoMessage() {
        assertThatThrownBy(() -> Envelope.pack("a", "shop", NOW, new Act("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a message");
    }

    @Test
    @SuppressWarnings("NullAway") // the mistake a sender could make
    void shouldNotPackWhatNobodyCouldRead() {
        StepSettled lacking = new StepSettled("inc-1", "shop", "exe-1", "fence", 1, null, "done", null);

        assertThatThrownBy(() -> Envelope.pack("a", "shop", NOW, lacking))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/outcome: is missing");
    }
}
