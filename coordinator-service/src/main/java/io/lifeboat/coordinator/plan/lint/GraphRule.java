package io.lifeboat.coordinator.plan.lint;

import io.lifeboat.contract.plan.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A procedure is a graph without circles, of steps with names of their own. */
final class GraphRule implements Rule {

    @Override
    public void look(Candidate candidate, Findings findings) {
        Procedure.of(candidate.plan()).forEach(procedure -> look(procedure, findings));
    }

    private static void look(Procedure procedure, Findings findings) {
        Set<String> ids = new HashSet<>();
        List<Step> steps = procedure.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (!ids.add(steps.get(i).id())) {
                findings.error(
                        Findings.at("procedures", procedure.name(), i, "id"),
                        "there are two steps '" + steps.get(i).id() + "'",
                        "give one of them another id");
            }
        }
        for (Step step : steps) {
            for (int i = 0; i < step.needs().size(); i++) {
                String need = step.needs().get(i);
                if (!ids.contains(need)) {
                    findings.error(
                            procedure.at(step, "needs", i),
                            "there is no step '" + need + "' in this procedure",
                            "name one of "
                                    + String.join(", ", ids.stream().sorted().toList()));
                }
            }
            if (procedure.before(step).contains(step.id())) {
                findings.error(
                        procedure.at(step, "needs"),
                        "step '" + step.id() + "' waits for itself, directly or through others",
                        "remove the need that closes the circle");
            }
        }
    }
}
