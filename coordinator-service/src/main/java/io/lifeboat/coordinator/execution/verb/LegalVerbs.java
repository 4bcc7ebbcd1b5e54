package io.lifeboat.coordinator.execution.verb;

import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.execution.Execution;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Which verbs may be said to an execution as it stands. */
public final class LegalVerbs {

    /** A verb's legality does not depend on who asks. */
    private static final Act ANYONE = new Act("anyone", "asks what is legal");

    private LegalVerbs() {}

    /** Their names, for example {@code abort} and {@code retry promote}. */
    public static List<String> of(Execution execution) {
        Stream<Verb> aboutAll = Stream.of(
                new Abort(ANYONE), new Pause(ANYONE), new Resume(ANYONE), new Supersede(ANYONE, Duration.ZERO));
        Stream<Verb> aboutSteps = execution.steps().keySet().stream()
                .flatMap(step ->
                        Stream.of(new RetryStep(step, ANYONE), new SkipStep(step, ANYONE), new StepDone(step, ANYONE)));
        return Stream.concat(aboutAll, aboutSteps)
                .filter(verb -> verb.legalIn(execution))
                .map(Verb::name)
                .toList();
    }
}
