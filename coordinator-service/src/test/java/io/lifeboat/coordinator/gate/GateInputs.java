package io.lifeboat.coordinator.gate;

import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.arming.Arming;
import io.lifeboat.coordinator.arming.Blast;
import io.lifeboat.coordinator.arming.GlobalStop;
import io.lifeboat.coordinator.arming.LastExecution;
import io.lifeboat.coordinator.classify.Circumstances;
import io.lifeboat.coordinator.classify.Classifier;
import io.lifeboat.coordinator.memory.ApplicationMemory;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.signal.Shop;
import io.lifeboat.coordinator.wave.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inputs of the gate, for tests: both vantages have seen home lost for 20 s, unless said otherwise. */
final class GateInputs {

    /** A Wednesday. */
    static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    private static final Act STOPPER = new Act("commander", "the checks are wrong");
    private static final Blast FREE = new Blast(0, 1, Duration.ofMinutes(10));

    private Plan plan = Shop.plan();
    private Place place = Place.ALONE;
    private ApplicationMemory memory = ApplicationMemory.WHOLE;
    private Arming arming = new Arming(NOW, null, true, null, FREE);
    private String active = HOME;
    private String region = HOME;
    private @Nullable String to = OTHER;
    private Evidence evidence = Seen.evidence(
            Seen.by("frankfurt").homeLost(Duration.ofSeconds(20)),
            Seen.by("office").homeLost(Duration.ofSeconds(20)));
    private @Nullable DisasterClass declaredClass;
    private @Nullable OtherExecution otherExecution;
    private boolean writerThere;
    private @Nullable String failedSwitchover;
    private List<Act> approvals = List.of();
    private @Nullable Act declined;
    private Circumstances around = Circumstances.NONE;
    private DataCondition data = new DataCondition.Whole("nobody sees anything wrong with the data");

    GateInputs plan(Plan plan) {
        this.plan = plan;
        return this;
    }

    GateInputs stopped() {
        return armed(new Arming(NOW, new GlobalStop(STOPPER, NOW.minusSeconds(60)), true, null, FREE));
    }

    GateInputs neverRehearsed() {
        return armed(new Arming(NOW, null, false, null, FREE));
    }

    GateInputs last(Duration endedFor, boolean acknowledged) {
        return armed(new Arming(NOW, null, true, new LastExecution("exe-1", endedFor, acknowledged), FREE));
    }

    GateInputs moved(int others, int most) {
        return armed(new Arming(NOW, null, true, null, new Blast(others, most, Duration.ofMinutes(10))));
    }

    GateInputs memory(ApplicationMemory memory) {
        this.memory = memory;
        return this;
    }

    GateInputs place(Place place) {
        this.place = place;
        return this;
    }

    private GateInputs armed(Arming arming) {
        this.arming = arming;
        return this;
    }

    GateInputs active(String active) {
        this.active = active;
        return this;
    }

    GateInputs region(String region) {
        this.region = region;
        return this;
    }

    GateInputs to(@Nullable String to) {
        this.to = to;
        return this;
    }

    GateInputs seen(Seen... seen) {
        this.evidence = Seen.evidence(seen);
        return this;
    }

    GateInputs declared(DisasterClass declaredClass) {
        this.declaredClass = declaredClass;
        return this;
    }

    /** A live execution that nothing takes the place of by itself. */
    GateInputs otherExecution(String executionId) {
        return otherExecution(new OtherExecution(executionId, "a failover", false, false, List.of()));
    }

    GateInputs otherExecution(OtherExecution other) {
        this.otherExecution = other;
        return this;
    }

    GateInputs writerThere() {
        this.writerThere = true;
        return this;
    }

    GateInputs failedSwitchover(String executionId) {
        this.failedSwitchover = executionId;
        return this;
    }

    GateInputs approved(Act... acts) {
        this.approvals = List.of(acts);
        return this;
    }

    GateInputs declined(Act act) {
        this.declined = act;
        return this;
    }

    GateInputs data(DataCondition data) {
        this.data = data;
        return this;
    }

    GateInputs around(Circumstances around) {
        this.around = around;
        return this;
    }

    GateInput build() {
        return new GateInput(
                plan,
                active,
                to,
                writerThere,
                evidence,
                Classifier.classify(plan, region, active, evidence, around),
                declaredClass == null ? null : new Act("declarer", "the phone says so"),
                declaredClass,
                evidence.exposure(to).orElse(null),
                failedSwitchover,
                otherExecution,
                approvals,
                declined,
                data,
                around,
                arming,
                place,
                memory);
    }
}
