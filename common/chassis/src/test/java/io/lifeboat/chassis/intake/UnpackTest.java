package io.lifeboat.chassis.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class UnpackTest {

    @Test
    void shouldTellHowLongAMessageHadWaitedToBeSent() {
        assertThat(Unpack.waited(waiting("61000"))).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void shouldTakeAMessageThatDoesNotSayForOneThatDidNotWait() {
        assertThat(Unpack.waited(new ConsumerRecord<>("topic", 0, 0, "shop", new byte[0])))
                .isZero();
    }

    @Test
    void shouldRefuseAWaitThatIsNoNumber() {
        assertThatThrownBy(() -> Unpack.waited(waiting("long")))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining(Envelope.WAITED);
    }

    private static ConsumerRecord<String, byte[]> waiting(String millis) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("topic", 0, 0, "shop", new byte[0]);
        record.headers().add(Envelope.WAITED, millis.getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
