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

    private static Waiting row(String application) {
        return new Waiting(UUID.randomUUID(), "incident-events", application, Map.of(), new byte[0]);
    }
}
