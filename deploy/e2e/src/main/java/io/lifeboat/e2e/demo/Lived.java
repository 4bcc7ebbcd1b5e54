package io.lifeboat.e2e.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox's customers lived through, from their own record.
 *
 * @param kinds one entry for each kind of customer
 * @param p99Seconds the gap that 99 % of all customers got over, or null while fewer are served
 * @param lostOrders confirmed orders that the surviving database does not have
 * @param lossSeconds how much time of confirmed orders that is; null before it was compared
 */
record Lived(
        List<Kind> kinds,
        @Nullable Double p99Seconds,
        int lostOrders,
        @Nullable Double lossSeconds) {

    /**
     * One kind of customer.
     *
     * @param kind its name
     * @param customers how many there are
     * @param servedAgain how many of them are served again
     * @param firstSeconds gap of the first of them to be served again, or null
     * @param p99Seconds gap of the 99th in a hundred, or null
     * @param lastSeconds gap of the last, or null while some are not served
     */
    record Kind(
            String kind,
            int customers,
            int servedAgain,
            @Nullable Double firstSeconds,
            @Nullable Double p99Seconds,
            @Nullable Double lastSeconds) {}

    static Lived read(JsonNode record) {
        List<Kind> kinds = new ArrayList<>();
        for (JsonNode kind : record.path("kinds")) {
            kinds.add(new Kind(
                    kind.path("kind").asText(),
                    kind.path("customers").asInt(),
                    kind.path("servedAgain").asInt(),
                    number(kind.path("firstGapSeconds")),
                    number(kind.path("p99GapSeconds")),
                    number(kind.path("lastGapSeconds"))));
        }
        return new Lived(
                List.copyOf(kinds),
                number(record.path("p99GapSeconds")),
                record.path("lost").path("lostOrders").asInt(),
                number(record.path("lost").path("lossSeconds")));
    }

    /** Whether every customer of every kind is served again. */
    boolean everyoneServed() {
        return !kinds.isEmpty() && kinds.stream().allMatch(kind -> kind.servedAgain() == kind.customers());
    }

    /** The shortest gap of all, or null. */
    @Nullable
    Double first() {
        return kinds.stream()
                .map(Kind::firstSeconds)
                .filter(Objects::nonNull)
                .min(Double::compare)
                .orElse(null);
    }

    /** The gap that 99 % of all customers got over, or null. */
    @Nullable
    Double p99() {
        return p99Seconds;
    }

    /** The longest gap of all, or null while someone is not served. */
    @Nullable
    Double last() {
        return everyoneServed()
                ? kinds.stream()
                        .map(Kind::lastSeconds)
                        .filter(Objects::nonNull)
                        .max(Double::compare)
                        .orElse(null)
                : null;
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : null;
    }
}
