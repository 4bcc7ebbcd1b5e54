package io.lifeboat.coordinator.card;

import static io.lifeboat.coordinator.card.CardInputs.EXECUTION;
import static io.lifeboat.coordinator.card.CardInputs.INCIDENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.contract.incident.LossInterval;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import io.lifeboat.coordinator.card.Asked.Answer;
import io.lifeboat.coordinator.classify.Vote;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.StepState;
import io.lifeboat.coordinator.plan.ShopYaml;
import io.lifeboat.coordinator.signal.Seen;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CardTest {

    private static final Duration LOST_FOR = Duration.ofSeconds(20);
    private static final String RUN = "/executions/" + EXECUTION;

    @Test
    void shouldLayOutWhatAskedForAYesAndHowToSayIt() {
        Card card = new CardInputs().approved().card();

        assertThat(card.taken().disasterClass()).isEqualTo(DisasterClass.REGION_OUTAGE);
        assertThat(card.taken().troubled()).isEqualTo(2);
        assertThat(card.gate().outcome()).isEqualTo(GateOutcome.AWAIT_APPROVAL);
        assertThat(card.gate().holding()).extracting(CheckResult::check).containsExactly("approval");
        assertThat(card.asked().says())
                .isEqualTo("Fail shop over from eu-west-1 to eu-central-1? One person must say yes; nobody has."
                        + " Asked by the checks approval.");
        assertThat(card.asked().answers())
                .extracting(Answer::path)
                .containsExactly("/incidents/" + INCIDENT + "/approve", "/incidents/" + INCIDENT + "/decline");
        assertThat(card.time().outage()).isEqualTo(Duration.ofSeconds(252));
    }

    @Test
    void shouldSayWhatEachVantageSeesAndForHowLong() {
        Card card = new CardInputs().card();

        assertThat(card.seenBy()).extracting(Card.SeenBy::vantage).containsExactly("frankfurt", "office", "dublin");
        assertThat(card.seenBy().getFirst().finding()).isEqualTo(Vote.Finding.REGION_DOWN);
        assertThat(card.seenBy().getFirst().heldFor()).isEqualTo(LOST_FOR);
        assertThat(card.seenBy().getLast().finding()).isEqualTo(Vote.Finding.INSIDE);
        assertThat(card.seenBy().getLast().sinceSent()).isNull();
    }

    @Test
    void shouldBoundTheLossByWhatWasMeasuredAndSayUnknownOtherwise() {
        assertThat(new CardInputs().card().loss().interval())
                .isEqualTo(new LossInterval(Duration.ZERO, Duration.ofMillis(500)));

        Card unmeasured = new CardInputs()
                .seen(
                        Seen.by("frankfurt").homeLost(LOST_FOR).without("lag"),
                        Seen.by("office").homeLost(LOST_FOR).without("lag"))
                .card();
        assertThat(unmeasured.loss().interval()).isNull();
        assertThat(unmeasured.loss().basis()).isEqualTo("no replication lag was published");
        assertThat(unmeasured.loss().rows()).startsWith("unknown");
    }

    @Test
    void shouldTellTheLossThatWasStatedOnceTheDataWasPromoted() {
        LossInterval stated = new LossInterval(Duration.ofSeconds(1), Duration.ofSeconds(4));
        CardInputs inputs = new CardInputs();

        Card card =
                inputs.executing(inputs.execution().withPromotionLoss(stated)).card();

        assertThat(card.loss().interval()).isEqualTo(stated);
        assertThat(card.time().running()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void shouldExpectATimeOnlyFromEnoughRuns() {
        assertThat(new CardInputs().ran(5).card().time().expected().median()).isPositive();
        assertThat(new CardInputs().ran(4).card().time().expected().median()).isNull();
        assertThat(new CardInputs().ran(4).card().time().expected().basis()).contains("not enough runs (4 of 5;");
        assertThat(new CardInputs().card().time().expected().basis()).contains("not enough runs (0 of 5;");
    }

    @Test
    void shouldSayWhatTheOldWriterDoesBeforeItIsFenced() {
        assertThat(new CardInputs().card().fence())
                .returns(Fence.State.NOT_BEGUN, Fence::state)
                .returns("the old writer has refused every vantage's writes for 21 s", Fence::reason);
        assertThat(new CardInputs()
                        .seen(Seen.by("frankfurt"), Seen.by("office").homeLost(LOST_FOR))
                        .card()
                        .fence()
                        .reason())
                .isEqualTo("the old writer still accepts writes of frankfurt");
        assertThat(new CardInputs()
                        .seen(Seen.by("frankfurt").without("orders"))
                        .card()
                        .fence()
                        .reason())
                .isEqualTo("nobody can say whether the old writer accepts writes");
    }

    @Test
    void shouldTellTheFencesOutcome() {
        assertThat(fenced(new StepState.Succeeded(1, Effect.APPLIED, "the writer is gone")))
                .isEqualTo(Fence.State.FENCED);
        assertThat(fenced(new StepState.Succeeded(1, Effect.PENDING, "armed"))).isEqualTo(Fence.State.PENDING);
        assertThat(fenced(new StepState.NeedsPerson(1, "accept?", "", CardInputs.NOW, Effect.PENDING, false)))
                .isEqualTo(Fence.State.PENDING);
        assertThat(fenced(new StepState.Failed(1, "denied", "mend the role"))).isEqualTo(Fence.State.FAILED);
        assertThat(fenced(new StepState.Skipped(0, new Act("on-call", "it burnt down"))))
                .isEqualTo(Fence.State.FAILED);
        assertThat(fenced(new StepState.Pending())).isEqualTo(Fence.State.NOT_BEGUN);
        assertThat(fenced(new StepState.Commanded(1, 0, CardInputs.NOW))).isEqualTo(Fence.State.UNDER_WAY);
    }

    @Test
    void shouldPutTheStepThatWaitsForAPersonFirst() {
        CardInputs inputs = new CardInputs();
        Execution waiting = inputs.execution()
                .with("fence", new StepState.NeedsPerson(1, "accept it?", "", CardInputs.NOW, Effect.PENDING, false));

        Card card = inputs.executing(waiting).card();

        assertThat(card.asked().says()).isEqualTo("Step fence waits for a person: accept it?.");
        assertThat(card.asked().answers())
                .extracting(Answer::path)
                .containsExactly(
                        RUN + "/steps/fence/done", RUN + "/steps/fence/skip", RUN + "/pause", RUN + "/abort", RUN);
    }

    @Test
    void shouldVetoAFailoverOfDamageAndSayWhoCanLiftIt() {
        Card card = new CardInputs().damage("totals do not add up").card();

        assertThat(card.gate().outcome()).isEqualTo(GateOutcome.VETO);
        assertThat(card.taken().disasterClass()).isEqualTo(DisasterClass.DATA_CORRUPTION);
        assertThat(card.asked().says()).contains("Failover is vetoed").contains("the commander and another person");
        assertThat(card.time().expected().basis()).isEqualTo("the plan has no procedure restore");

        Card first = new CardInputs()
                .damage("totals do not add up")
                .pendingKey(new Act("on-call", "it was the purge"))
                .card();
        assertThat(first.asked().says()).startsWith("on-call says it is region-outage after all: it was the purge.");
        assertThat(first.asked().answers().getLast().body())
                .isEqualTo("{\"disasterClass\":\"region-outage\",\"who\":\"YOU\",\"why\":\"WHY\"}");
    }

    @Test
    void shouldSayWhoHoldsItAndWhoHasSaidYes() {
        assertThat(new CardInputs()
                        .held(new Act("commander", "it will be back"))
                        .card()
                        .asked()
                        .says())
                .startsWith("commander holds it: it will be back.");
        assertThat(new CardInputs()
                        .plan(ShopYaml.read(ShopYaml.with(
                                        ShopYaml.with("automation: automatic", "automation: approve"),
                                        "count: 1",
                                        "count: 2"))
                                .plan())
                        .approved(new Act("on-call", "seen it"))
                        .card()
                        .asked()
                        .says())
                .contains("2 different people must say yes; on-call has.");
    }

    @Test
    void shouldAskNothingOfWhatIsOver() {
        Card card = new CardInputs().closed("recovered").card();

        assertThat(card.asked().says()).isEqualTo("Nothing. It is over: recovered.");
        assertThat(card.seenBy()).isEmpty();
        assertThat(card.time().expected()).isNull();
        assertThat(card.time().outage()).isNull();
    }

    @Test
    void shouldTellWhatBecameOfOthersAndWhatNoStepBrings() {
        Card card = new CardInputs()
                .past("books", Instant.parse("2026-03-01T02:00:00Z"), Duration.ofMinutes(9), "recovered", true)
                .card();

        assertThat(card.similar())
                .singleElement()
                .returns("books", Card.Similar::application)
                .returns(Duration.ofMinutes(9), Card.Similar::lasted)
                .returns(true, Card.Similar::executed);
        assertThat(card.uncovered())
                .containsExactly(new Card.Uncovered(
                        "logs access logs of the load balancers", "kept in their region; nothing is served from them"));
    }

    private static Fence.State fenced(StepState state) {
        CardInputs inputs = new CardInputs();
        return inputs.executing(inputs.execution().with("fence", state))
                .card()
                .fence()
                .state();
    }
}
