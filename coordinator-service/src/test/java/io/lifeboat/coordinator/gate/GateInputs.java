package io.lifeboat.coordinator.gate;

import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.classify.Classifier;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.signal.Shop;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inputs of the gate, for tests: both vantages have seen home lost for 20 s, unless said otherwise. */
final class GateInputs {

    private Plan plan = Shop.plan();
    private boolean stopped;
    private String active = HOME;
    private String region = HOME;
    private @Nullable String to = OTHER;
    private Evidence evidence = Seen.evidence(
            Seen.by("frankfurt").homeLost(Duration.ofSeconds(20)),
            Seen.by("office").homeLost(Duration.ofSeconds(20)));
    private @Nullable DisasterClass declaredClass;
    private @Nullable OtherExecution otherExecution;
    private boolean writerThere;
    private List<Act> approvals = List.of();
    private @Nullable Act declined;
    private DataCondition data = new DataCondition.Whole("nobody sees anything wrong with the data");

    GateInputs plan(Plan plan) {
        this.plan = plan;
        return this;
    }

    GateInputs stopped() {
        this.stopped = true;
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

    GateInput build() {
        return new GateInput(
                plan,
                stopped,
                active,
                to,
                writerThere,
                evidence,
                Classifier.classify(plan, region, active, evidence),
                declaredClass == null ? null : new Act("declarer", "the phone says so"),
                declaredClass,
                evidence.exposure(to).orElse(null),
                otherExecution,
                approvals,
                declined,
                data);
    }
}
