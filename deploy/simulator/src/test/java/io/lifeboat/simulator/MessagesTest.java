package io.lifeboat.simulator;

import io.lifeboat.simulator.Options.Kind;
import org.junit.jupiter.api.Test;

/** T01 and T02: every outage and step event several times, out of order and late, gives one failover. */
class MessagesTest {

    @Test
    void shouldGiveOneFailoverHoweverMessagesArrive() {
        Runs.all(Kind.MESSAGES, "lifeboat.seeds.messages");
    }
}
