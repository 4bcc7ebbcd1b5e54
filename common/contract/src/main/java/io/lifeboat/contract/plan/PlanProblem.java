package io.lifeboat.contract.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a plan, said so that its author can mend it.
 *
 * @param severity errors refuse the plan; warnings are told and kept
 * @param field a JSON pointer into the document, for example {@code /watches/0/every}
 * @param line the line of the YAML text, from 1; null when it is not known
 * @param message what is wrong
 * @param remedy what would mend it
 */
public record PlanProblem(
        Severity severity, String field, @Nullable Integer line, String message, String remedy) {

    /** How bad it is. */
    public enum Severity {
        @JsonProperty("error")
        ERROR,
        @JsonProperty("warning")
        WARNING
    }
}
