package io.lifeboat.coordinator.gate;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether the data is whole. Replication has copied what damaged it, so a failover would save nothing and cost what was
 * not replicated; a restore to a point before it is offered instead.
 */
final class DataCheck implements GateCheck {

    @Override
    public String name() {
        return "data";
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        return switch (input.data()) {
            case DataCondition.Whole whole -> Finding.pass(this, whole.reason(), null);
            case DataCondition.Expected expected ->
                Finding.ask(
                        this,
                        1,
                        expected.reason()
                                + "; it began in its maintenance window, and a person must say that this was all",
                        expected.age());
            case DataCondition.Damaged damaged ->
                Finding.veto(
                        this,
                        "%s; %s. The commander and a second person may reclassify it"
                                .formatted(damaged.reason(), restore(input, damaged.disasterClass())),
                        damaged.age());
            case DataCondition.Reclassified reclassified ->
                Finding.pass(
                        this,
                        "%s; reclassified by %s"
                                .formatted(
                                        reclassified.reason(),
                                        reclassified.by().stream().map(Act::who).collect(Collectors.joining(" and "))),
                        null);
        };
    }

    private static String restore(GateInput input, DisasterClass damage) {
        String how = input.plan().procedure("restore").isPresent()
                ? "run the procedure restore to a point before that"
                : "restore to a point before that; the plan has no procedure for it";
        // Whoever did it may have been there for long, and may still hold what the application's own account holds.
        return damage == DisasterClass.RANSOMWARE
                ? how + ", into an account of its own and with fresh credentials, once it was looked through"
                : how;
    }
}
