package io.lifeboat.executor.action.aws;

import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.network.Names;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether a public name answers as it should, asked at the resolver of the settings. */
@ApplicationScoped
class Answers {

    private final Names names;

    Answers(Names names) {
        this.names = names;
    }

    /** What a name is to answer: addresses, or names that stand for theirs. */
    record Expected(String name, List<String> values) {

        static Expected read(Parameters with) {
            return new Expected(with.text("name"), with.part("expect").texts("to"));
        }
    }

    /**
     * Done when every answer is an expected one; not so while any other comes.
     *
     * @param remedy when it does not come about
     */
    Observation observe(Expected expected, String remedy) {
        Set<String> wanted = new TreeSet<>();
        for (String value : expected.values()) {
            if (isAddress(value)) {
                wanted.add(value);
            } else {
                wanted.addAll(names.addresses(value));
            }
        }
        Set<String> answered = names.addresses(expected.name());
        if (!answered.isEmpty() && wanted.containsAll(answered)) {
            return Observation.done("%s answers %s".formatted(expected.name(), answered));
        }
        return new Observation.NotSo(
                "%s answers %s and not yet %s".formatted(expected.name(), answered, wanted), remedy);
    }

    private static boolean isAddress(String value) {
        return value.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    }
}
