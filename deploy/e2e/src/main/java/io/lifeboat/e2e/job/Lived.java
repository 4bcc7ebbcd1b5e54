package io.lifeboat.e2e.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox's customers lived through, from their own record. Seconds count from the fault; null is not so yet, or
 * not known.
 *
 * @param first when the first customer was served again
 * @param p99 when 99 % of them were, each kind weighted by its share of all the world's customers
 * @param last when all of them were
 * @param notServed kinds of which some are not served yet
 * @param lostOrders confirmed orders that the serving database does not have
 * @param lossSeconds how much time of confirmed orders that is
 */
public record Lived(
        @Nullable Double first,
        @Nullable Double p99,
        @Nullable Double last,
        List<String> notServed,
        @Nullable Integer lostOrders,
        @Nullable Double lossSeconds) {

    public static Lived read(JsonNode record) {
        List<String> notServed = new ArrayList<>();
        for (JsonNode kind : record.path("kinds")) {
            if (!kind.path("sinceFaultSeconds").path("last").isNumber()) {
                notServed.add(kind.path("kind").asText());
            }
        }
        JsonNode all = record.path("all").path("sinceFaultSeconds");
        JsonNode lost = record.path("lostOrders");
        return new Lived(
                number(all.path("first")),
                number(all.path("p99")),
                number(all.path("last")),
                List.copyOf(notServed),
                lost.isNumber() ? lost.asInt() : null,
                number(record.path("lossSeconds")));
    }

    /** Whether customers of every kind have had an order confirmed. */
    public static boolean everyKindOrders(JsonNode record) {
        JsonNode kinds = record.path("kinds");
        return !kinds.isEmpty()
                && kinds.valueStream().allMatch(kind -> kind.path("confirmed").asLong() > 0);
    }

    /** Whether every customer of every kind is served again. */
    public boolean everyoneServed() {
        return last != null && notServed.isEmpty();
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : null;
    }
}
