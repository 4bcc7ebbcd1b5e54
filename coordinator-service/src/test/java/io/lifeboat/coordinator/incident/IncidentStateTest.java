package io.lifeboat.coordinator.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.incident.IncidentState.AwaitingApproval;
import io.lifeboat.coordinator.incident.IncidentState.Closed;
import io.lifeboat.coordinator.incident.IncidentState.Confirmed;
import io.lifeboat.coordinator.incident.IncidentState.Held;
import io.lifeboat.coordinator.incident.IncidentState.Recovering;
import io.lifeboat.coordinator.incident.IncidentState.Suspected;
import io.lifeboat.coordinator.incident.IncidentState.Undecided;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IncidentStateTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Act COMMANDER = new Act("commander", "not yet");

    @ParameterizedTest
    @MethodSource("states")
    void shouldComeBackFromItsRowAsItWas(IncidentState state) {
        IncidentRow row = new IncidentRow();

        row.become(state, NOW);

        assertThat(row.state()).isEqualTo(state);
    }

    static Stream<IncidentState> states() {
        return Stream.of(
                new Suspected(),
                new Confirmed(),
                new AwaitingApproval(),
                new Held(COMMANDER),
                new Recovering("e-1"),
                new Closed("recovered", null),
                new Closed("dismissed", COMMANDER));
    }

    @Test
    void shouldBeRecoveredFromEveryUndecidedState() {
        assertThat(states().filter(Undecided.class::isInstance).map(Undecided.class::cast))
                .hasSize(4)
                .allSatisfy(state -> assertThat(state.recover("e-1")).isEqualTo(new Recovering("e-1")));
    }

    @Test
    void shouldForgetWhenItAskedOnceTheQuestionIsWithdrawn() {
        IncidentRow row = new IncidentRow();
        row.become(new AwaitingApproval(), NOW);
        assertThat(row.askedAt).isEqualTo(NOW);

        row.become(new AwaitingApproval().withdraw(), NOW.plusSeconds(1));

        assertThat(row.askedAt).isNull();
    }

    @Test
    void shouldRememberWhoHeldItForAnswersGivenBeforeNoLongerCount() {
        IncidentRow row = new IncidentRow();
        row.become(new AwaitingApproval().hold(COMMANDER), NOW);

        row.become(new Held(COMMANDER).approve(), NOW.plusSeconds(60));

        assertThat(row.state()).isEqualTo(new Confirmed());
        assertThat(row.heldAt).isEqualTo(NOW);
    }

    @Test
    void shouldBeOverOnceClosed() {
        IncidentRow row = new IncidentRow();

        row.become(new Confirmed().close("cleared", null), NOW);

        assertThat(row.closedAt).isEqualTo(NOW);
        assertThat(row.outcome).isEqualTo("cleared");
        assertThat(row.closedWho).isNull();
    }
}
