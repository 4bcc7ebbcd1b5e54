package io.lifeboat.e2e.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.ApprovalRequested;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.e2e.client.SandboxControl;
import io.lifeboat.e2e.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The main job on a running stack: plan in force, customers ordering, the home region lost, and what came of it. */
public final class MainJob {

    public static final String APPLICATION = "shop";

    /** A slow machine is busy for a while with what has just been started. */
    private static final Duration SETTLING = Duration.ofMinutes(3);

    private static final Duration ORDERING = Duration.ofSeconds(6);
    private static final Duration CADENCE = Duration.ofSeconds(1);
    private static final Act FIRST = new Act("incident-commander-a", "the demo's plan");
    private static final Act FIRST_VOUCHES =
            new Act("incident-commander-a", "every build of the project carries this plan out");
    private static final Act SECOND_VOUCHES = new Act("data-owner-b", "and counts its orders afterwards");
    private static final Act SECOND = new Act("data-owner-b", "the loss it accepts is acceptable");

    private final Stack stack;
    private final Story story;
    private final Terms terms;
    private final SandboxControl control;

    public MainJob(Stack stack, Story story, Terms terms) {
        this.stack = stack;
        this.story = story;
        this.terms = terms;
        this.control = stack.control();
    }

    /**
     * What came of it.
     *
     * @param verdict the judgement
     * @param measured what the audit service says
     * @param lived what the customers say
     * @param report the audit service's report
     * @param markdown the same for reading
     * @param customers the customers' record
     */
    public record Outcome(
            Verdict verdict, Measured measured, Lived lived, JsonNode report, String markdown, JsonNode customers) {}

    /** Puts the plan in force, waits until every vantage sees that all is well, and lets customers order. */
    public void prepare() {
        putInForce();
        letCustomersOrder();
    }

    /** Puts the plan in force, vouched for, and waits until every vantage sees that all is well. */
    public void putInForce() {
        String plan = stack.plan();
        if (terms.approve()) {
            plan = plan.replace("automation: automatic", "automation: approve");
        }
        stack.coordinator().putPlan(APPLICATION, plan, FIRST, SECOND);
        stack.coordinator().vouch(APPLICATION, FIRST_VOUCHES, SECOND_VOUCHES);
        if (!story.await(() -> story.allUpFrom(stack.sandbox().vantages().keySet()), SETTLING)) {
            throw new IllegalStateException("not everything is up before the disaster:\n" + story.notUp());
        }
    }

    /** Lets customers order, and waits until nothing seems wrong. */
    public void letCustomersOrder() {
        if (terms.hold() != null) {
            control.holdReplication(terms.hold().toSeconds() + "s");
        }
        control.startCustomers();
        if (!story.await(() -> Lived.everyKindOrders(control.customers()), SETTLING)) {
            throw new IllegalStateException(
                    "customers get no order confirmed before the disaster: " + control.customers());
        }
        Duration ordering = terms.hold() == null ? ORDERING : ORDERING.plus(terms.hold());
        rest(ordering);
        if (!story.await(story::quiet, SETTLING)) {
            throw new IllegalStateException(
                    "an incident is open before the disaster; the machine may be too busy: " + story.incident());
        }
    }

    /** Takes us-east-1's control plane and the whole home region away. */
    public void strike() {
        control.controlPlane("us-east-1", "lose");
        story.faultBegins();
        control.region(stack.sandbox().regions().home(), "lose");
        story.say("the home region " + stack.sandbox().regions().home() + " is gone, and us-east-1's control plane");
    }

    /** Follows what happens until it ended, one way or the other. */
    public void follow(Approver approver) {
        long deadline = System.nanoTime() + terms.patience().toNanos();
        boolean skipped = terms.without().isEmpty();
        boolean asked = false;
        boolean answered = false;
        while (story.closed().isEmpty()
                && story.pausedByFailure().isEmpty()
                && (asked && !answered || System.nanoTime() < deadline)) {
            if (!skipped && story.execution().isPresent()) {
                leaveOut(story.execution().get());
                skipped = true;
            }
            if (terms.approve() && !asked && story.question().isPresent()) {
                asked = true;
                approver.ask(story.question().get());
            }
            if (asked && !answered && story.execution().isPresent()) {
                answered = true;
                deadline = System.nanoTime() + terms.patience().toNanos();
            }
            story.await(() -> false, Duration.ofMillis(250));
        }
    }

    /** Lets the last customers come back, asks everyone what they saw, and judges. */
    public Outcome judge() {
        boolean recovered = story.closed()
                .filter(closed -> closed.outcome().equals("recovered"))
                .isPresent();
        if (recovered) {
            story.await(() -> Lived.read(control.customers()).everyoneServed(), Duration.ofSeconds(30));
        }
        control.stopCustomers();
        JsonNode customers = control.customers();
        Lived lived = Lived.read(customers);
        String incidentId = story.incident()
                .orElseThrow(() -> new IllegalStateException("no incident was opened"))
                .incidentId();
        JsonNode report = stack.audit().report(incidentId);
        Measured measured = Measured.read(report);
        boolean verified = stack.audit().verify(APPLICATION).path("verified").asBoolean();
        Verdict verdict = Verdict.of(recovered, verified, measured, lived, CADENCE);
        return new Outcome(verdict, measured, lived, report, stack.audit().reportAsMarkdown(incidentId), customers);
    }

    /** Someone who is asked whether to go ahead. */
    public interface Approver {
        void ask(ApprovalRequested question);
    }

    private void leaveOut(ExecutionOpened execution) {
        Act act = new Act("demo", "to see that leaving a step out is noticed");
        stack.coordinator().execution(execution.executionId(), "pause", act);
        List<String> steps = terms.without();
        steps.forEach(step -> stack.coordinator().step(execution.executionId(), step, "skip", act));
        stack.coordinator().execution(execution.executionId(), "resume", act);
    }

    private static void rest(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while customers order", e);
        }
    }
}
