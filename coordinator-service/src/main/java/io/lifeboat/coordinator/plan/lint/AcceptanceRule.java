package io.lifeboat.coordinator.plan.lint;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.plan.Acceptance;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What is accepted in advance is accepted by two people, and they are the ones who submit the plan. */
final class AcceptanceRule implements Rule {

    private static final String FIELD = "/gate/accept/by";

    @Override
    public void look(Candidate candidate, Findings findings) {
        Acceptance accept = candidate.plan().gate().accept();
        if (accept == null) {
            return;
        }
        Set<String> named = people(accept.by());
        if (named.size() < 2) {
            findings.error(FIELD, "names one person twice", "name two different people");
            return;
        }
        if (candidate.submitters().isEmpty()) {
            return; // only looked at: nobody accepts anything
        }
        Set<String> submitters =
                people(candidate.submitters().stream().map(Act::who).toList());
        if (!submitters.equals(named)) {
            findings.error(
                    FIELD,
                    "names " + String.join(" and ", accept.by()) + ", and the plan is submitted by "
                            + candidate.submitters().stream().map(Act::who).collect(Collectors.joining(" and ")),
                    "submit it as both of them: headers Lifeboat-Who, Lifeboat-Why, Lifeboat-Second-Who and"
                            + " Lifeboat-Second-Why");
        }
    }

    /** A person does not become another by capital letters or a blank. */
    private static Set<String> people(List<String> names) {
        return names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
