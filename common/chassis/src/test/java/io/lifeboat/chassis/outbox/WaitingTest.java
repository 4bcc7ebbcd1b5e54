package io.lifeboat.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WaitingTest {

    @Test
    void shouldSendDifferentApplicationsSideBySideAndOneApplicationInOrder() {
        Waiting shopFirst = row("shop");
        Waiting shopSecond = row("shop");
        Waiting shopThird = row("shop");
        Waiting bank = row("bank");

        assertThat(Waiting.rounds(List.of(shopFirst, shopSecond, bank, shopThird)))
                .containsExactly(List.of(shopFirst, bank), List.of(shopSecond), List.of(shopThird));
    }

    @Test
    void shouldNotLetACommandWaitForWhatIsSaidAboutItOnAnotherTopic() {
        Waiting evaluated = row("shop");
        Waiting opened = row("shop");
        Waiting command = row("shop", "failover-commands");
        Waiting stated = row("shop");

        assertThat(Waiting.rounds(List.of(evaluated, opened, command, stated)))
                .containsExactly(List.of(evaluated, command), List.of(opened), List.of(stated));
    }

    @Test
    void shouldNotLetATopicsSecondRowOvertakeItsFirstThroughAnother() {
        Waiting first = row("shop", "failover-commands");
        Waiting said = row("shop");
        Waiting second = row("shop", "failover-commands");
        Waiting saidAgain = row("shop");

        assertThat(Waiting.rounds(List.of(first, said, second, saidAgain)))
                .containsExactly(List.of(first, said), List.of(second, saidAgain));
    }

    private static Waiting row(String application) {
        return row(application, "incident-events");
    }

    private static Waiting row(String application, String topic) {
        return new Waiting(UUID.randomUUID(), topic, application, Map.of(), new byte[0]);
    }
}
