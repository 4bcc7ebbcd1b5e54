package io.lifeboat.e2e.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the audit service says was achieved.
 *
 * @param rtoObjective promised, in seconds
 * @param rpoObjective promised, in seconds
 * @param first RTO for the first customers, or null when unknown
 * @param p99 RTO for 99 % of the customers, or null when unknown
 * @param last RTO for the last customers, or null when unknown
 * @param lossAtLeast lower end of the loss as last stated, or null when unknown
 * @param lossAtMost upper end of the loss as last stated, or null when unknown
 */
public record Measured(
        @Nullable Double rtoObjective,
        @Nullable Double rpoObjective,
        @Nullable Double first,
        @Nullable Double p99,
        @Nullable Double last,
        @Nullable Double lossAtLeast,
        @Nullable Double lossAtMost) {

    public static Measured read(JsonNode report) {
        JsonNode rto = report.path("rto");
        JsonNode rpo = report.path("rpo");
        JsonNode reconciliation = StreamSupport.stream(rpo.path("statements").spliterator(), false)
                .filter(statement ->
                        "reconciliation".equals(statement.path("moment").asText()))
                .reduce((earlier, later) -> later)
                .orElse(MissingNode.getInstance());
        return new Measured(
                number(rto.path("objectiveSeconds")),
                number(rpo.path("objectiveSeconds")),
                number(rto.path("firstSeconds")),
                number(rto.path("p99Seconds")),
                number(rto.path("lastSeconds")),
                number(reconciliation.path("atLeastSeconds")),
                number(reconciliation.path("atMostSeconds")));
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : null;
    }
}
