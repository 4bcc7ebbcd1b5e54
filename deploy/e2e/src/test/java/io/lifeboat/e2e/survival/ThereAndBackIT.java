package io.lifeboat.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.e2e.client.SandboxControl;
import io.lifeboat.e2e.client.TopicTail;
import io.lifeboat.e2e.job.Lived;
import io.lifeboat.e2e.job.Measured;
import io.lifeboat.e2e.job.Verdict;
import io.lifeboat.e2e.stack.Layout;
import io.lifeboat.e2e.stack.SandboxInfo;
import io.lifeboat.e2e.stack.Stack;
import io.lifeboat.e2e.stack.StackOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Home is lost, returns and re-syncs; then the other region is lost, and the way leads back: on one stack and one plan
 * revision, round and round.
 */
@LongOnly
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThereAndBackIT {

    private static final String SHOP = "shop";
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Duration RECOVERED = Duration.ofSeconds(150);
    private static final Duration ORDERING = Duration.ofSeconds(5);

    private static final Duration CADENCE = Duration.ofSeconds(1);
    private static final Act COMMANDER = new Act("incident-commander-a", "end-to-end test");
    private static final Act OWNER = new Act("data-owner-b", "end-to-end test");

    private final Heard heard = new Heard();
    private Stack stack;
    private SandboxControl control;
    private TopicTail tail;
    private PublicName name;
    private int revision;

    /** Rounds; both ways are gone in each. */
    static IntStream rounds() {
        return IntStream.rangeClosed(1, Integer.getInteger("lifeboat.repetitions", 1));
    }

    @BeforeAll
    void start() {
        StackOptions quick = new StackOptions(List.of("--address-hold", "4s", "--promotion", "2s", "--rebuild", "1s"))
                .withJvm("executor-1", List.of("-Dlifeboat.executor.patient-look=1s"));
        stack = Stack.start(Layout.ofLauncher("there-and-back"), quick, step -> {});
        control = stack.control();
        tail = new TopicTail(stack.bootstrap(), heard::hear);
        name = new PublicName(stack.sandbox());
        String plan = stack.plan()
                .replace("minimumOutageAge: 5s", "minimumOutageAge: 2s\n  coolDown: 1s")
                .replace("addressCache: 20s", "addressCache: 4s");
        revision = stack.coordinator()
                .putPlan(SHOP, plan, COMMANDER, OWNER)
                .path("revision")
                .asInt();
        stack.coordinator().vouch(SHOP, COMMANDER, OWNER);
        control.startCustomers();
    }

    @AfterAll
    void end() {
        if (name != null) {
            name.close();
        }
        if (tail != null) {
            tail.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void shouldGoThereAndBackOnOnePlanRevision(int round) {
        SandboxInfo.Regions regions = stack.sandbox().regions();

        leg("round %d, there".formatted(round), regions.home(), regions.other());
        leg("round %d, back".formatted(round), regions.other(), regions.home());
    }

    private void leg(String leg, String from, String to) {
        // Given
        Instant began = Instant.now();
        await(leg + ": every vantage sees all that serves up, and the other side follows")
                .atMost(SOON)
                .until(() -> heard.notUp(stack.sandbox().vantages().keySet(), to) + notFollowing(to), String::isEmpty);
        control.restartCustomers();
        await(leg + ": customers order")
                .atMost(SOON)
                .pollDelay(ORDERING)
                .until(() -> Lived.everyKindOrders(control.customers()));
        String left = name.entrance(from);
        String gone = name.entrance(to);
        assertThat(name.since(began))
                .as(leg + ": the name stays while all is well and the other region is back")
                .hasSizeGreaterThan(10)
                .allSatisfy(answer -> assertThat(answer.address()).isEqualTo(left));
        Effects before = Effects.of(control.effects());
        Instant fault = Instant.now();

        // When
        control.region(from, "lose");
        ExecutionOpened execution = await(leg + ": an execution is opened")
                .atMost(SOON)
                .until(() -> heard.newest(ExecutionOpened.class, fault), Optional::isPresent)
                .orElseThrow();
        await(leg + ": the incident is closed")
                .atMost(RECOVERED)
                .until(() -> incident(execution).path("state").asText(), "closed"::equalsIgnoreCase);

        // Then
        assertThat(incident(execution).path("outcome").asText()).as(leg).isEqualTo("recovered");
        assertThat(execution)
                .as(leg)
                .returns(from, ExecutionOpened::from)
                .returns(to, ExecutionOpened::to)
                .returns(revision, ExecutionOpened::planRevision);
        movedWhenToldAndNotBefore(leg, execution, fault, left, gone);
        assertThat(control.state().at("/aurora/writer").asText()).as(leg).isEqualTo(to);
        changedOnce(leg, before, to);
        theMeasurementHolds(leg, execution);

        // When
        Instant returned = Instant.now();
        control.region(from, "return");
        await(leg + ": the lost region follows").atMost(SOON).until(() -> notFollowing(from), String::isEmpty);

        // Then
        nothingIsOwedAnyMore(leg, execution);
        stack.coordinator().acknowledge(execution.executionId(), COMMANDER);
        await(leg + ": the name was asked often enough").atMost(SOON).untilAsserted(() -> assertThat(
                        name.since(returned))
                .as(leg + ": the name stays while the lost region is back")
                .hasSizeGreaterThan(10)
                .allSatisfy(answer -> assertThat(answer.address()).isEqualTo(gone)));
        if (from.equals(stack.sandbox().regions().home())) {
            theOldSideTookNothing(leg, returned);
        }
    }

    /** Fence and latch were carried out, the snapshot was copied and the data is protected again, each with its proof. */
    private void nothingIsOwedAnyMore(String leg, ExecutionOpened execution) {
        await(leg + ": what is owed is kept").atMost(SOON).untilAsserted(() -> assertThat(
                        stack.coordinator().obligations(SHOP).valueStream())
                .filteredOn(owed -> owed.path("obligationId").asText().startsWith(execution.executionId()))
                .hasSize(4)
                .allSatisfy(owed -> {
                    assertThat(owed.path("state").asText()).isEqualTo("kept");
                    assertThat(owed.path("proof").asText()).isNotBlank();
                }));
    }

    private void theOldSideTookNothing(String leg, Instant returned) {
        OldSide old = new OldSide(stack.sandbox(), control);
        assertThat(old.tasksWanted()).as(leg).isZero();
        assertThat(old.copies()).as(leg).isPositive();
        assertThat(old.taken()).as(leg).isNotEmpty().allSatisfy(taken -> assertThat(taken.newest())
                .isBefore(returned));
    }

    private JsonNode incident(ExecutionOpened execution) {
        return stack.coordinator().incident(execution.incidentId());
    }

    /** Empty once a region's database follows the writer, or is it. */
    private String notFollowing(String region) {
        String said = control.state().at("/aurora/shop-" + region).asText();
        return said.equals("available, connected") ? "" : region + " is " + said;
    }

    /** By the time at which the broker took the command in, which is before any executor could have carried it out. */
    private void movedWhenToldAndNotBefore(
            String leg, ExecutionOpened execution, Instant fault, String left, String gone) {
        Instant toldAt = heard.first(
                        RunStep.class,
                        command -> command.executionId().equals(execution.executionId())
                                && command.stepId().equals("shift"))
                .orElseThrow();
        Instant movedAt = name.first(gone, fault).orElseThrow();
        assertThat(movedAt).as(leg + ": moved when told").isAfter(toldAt);
        assertThat(name.since(fault)).as(leg).allSatisfy(answer -> assertThat(answer.address())
                .isEqualTo(answer.at().isBefore(movedAt) ? left : gone));
    }

    private void changedOnce(String leg, Effects before, String to) {
        Effects changes = Effects.of(control.effects()).since(before);
        assertThat(changes.of("rds:global-cluster:shop")).as(leg).containsExactly("failover 1");
        assertThat(changes.matching("s3:.*"))
                .as(leg + ": said at the witness and in the region gone to, once each")
                .hasSize(2)
                .allSatisfy(change -> assertThat(change).endsWith("put 1"))
                .anySatisfy(change -> assertThat(change).contains("witness"))
                .anySatisfy(change -> assertThat(change).contains(to));
        assertThat(changes.matching("ecs:.*" + to + ".*")).as(leg).anySatisfy(change -> assertThat(change)
                .endsWith("deploy 1"));
        assertThat(changes.matching("(?!sns:).*")).as(leg).allSatisfy(change -> assertThat(change)
                .endsWith(" 1"));
    }

    private void theMeasurementHolds(String leg, ExecutionOpened execution) {
        await(leg + ": every customer is served again").atMost(SOON).until(() -> Lived.read(control.customers())
                .everyoneServed());
        control.stopCustomers();
        Measured measured = Measured.read(stack.audit().report(execution.incidentId()));
        boolean verified = stack.audit().verify(SHOP).path("verified").asBoolean();

        Verdict verdict = Verdict.of(true, verified, measured, Lived.read(control.customers()), CADENCE);

        // How exact the recovery times are is MainJobIT's matter; that they are known is this one's too.
        assertThat(measured.last()).as(leg).isNotNull();
        assertThat(verdict.findings())
                .as(leg)
                .filteredOn(finding -> !finding.what().startsWith("RTO"))
                .hasSize(4)
                .allMatch(Verdict.Finding::ok);
    }
}
