package io.lifeboat.executor.action.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.InvalidParameterException;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code manual}: a person does something and says so at the coordinator, which pages them until they do. */
@ApplicationScoped
class Manual implements Action<Manual.Asked> {

    /** What is asked of whom; without a deadline of its own it has the step's budget. */
    record Asked(String text, String who, Optional<Duration> within) {}

    @Override
    public String name() {
        return "manual";
    }

    @Override
    public Asked read(Parameters with) {
        return new Asked(
                with.text("text"),
                with.optionalText("who").orElse(""),
                with.optionalText("within").map(Manual::duration));
    }

    @Override
    public Repeat repeat(Asked parameters) {
        return Repeat.never();
    }

    @Override
    public Observation observe(Assignment<Asked> assignment, @Nullable Sent sent) {
        Asked asked = assignment.parameters();
        Duration within = asked.within().orElse(assignment.command().budget());
        return new Observation.Question(asked.text(), asked.who(), within);
    }

    @Override
    public JsonNode apply(Assignment<Asked> assignment, Observation.NotStarted next, Permit permit) {
        throw new UnsupportedOperationException("manual changes nothing");
    }

    /** As people write it ({@code 10m}, {@code 1h30m}) or as ISO 8601 does. */
    private static Duration duration(String text) {
        try {
            return Duration.parse(text.startsWith("P") ? text : iso(text));
        } catch (DateTimeParseException e) {
            InvalidParameterException invalid =
                    new InvalidParameterException("within", text + " is not a duration", "write for example 10m");
            invalid.initCause(e);
            throw invalid;
        }
    }

    private static String iso(String text) {
        return text.endsWith("d") ? "P" + text : "PT" + text;
    }
}
