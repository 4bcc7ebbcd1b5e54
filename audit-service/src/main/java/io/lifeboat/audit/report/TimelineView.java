package io.lifeboat.audit.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.audit.ledger.LedgerEntry;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was said of an incident, in the order the broker appended it.
 *
 * @param incidentId the incident
 * @param application the application
 * @param turns every message
 */
public record TimelineView(String incidentId, String application, List<Turn> turns) {

    /** Suspicions begin before the incident they lead to. */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    /**
     * One message.
     *
     * @param at when the broker appended it
     * @param type its CloudEvents type
     * @param source who said it
     * @param sequence its place in the ledger
     * @param message its body; null when it is not JSON
     */
    public record Turn(
            Instant at,
            String type,
            String source,
            long sequence,
            @Nullable JsonNode message) {}

    /**
     * Puts an incident's entries and the outage events around them into one line.
     *
     * @param own the incident's entries, at least one
     * @param outages the application's outage events, of any time
     */
    static TimelineView of(String incidentId, List<LedgerEntry> own, List<LedgerEntry> outages) {
        Instant from = own.getFirst().appendedAt().minus(BEFORE);
        Instant until = own.getLast().appendedAt();
        List<Turn> turns = Stream.concat(
                        own.stream(),
                        outages.stream()
                                .filter(entry -> !entry.appendedAt().isBefore(from)
                                        && !entry.appendedAt().isAfter(until)))
                .sorted(Comparator.comparing(LedgerEntry::appendedAt).thenComparing(LedgerEntry::sequence))
                .map(TimelineView::turn)
                .toList();
        return new TimelineView(incidentId, own.getFirst().application(), turns);
    }

    private static Turn turn(LedgerEntry entry) {
        return new Turn(entry.appendedAt(), entry.type(), source(entry), entry.sequence(), message(entry));
    }

    private static String source(LedgerEntry entry) {
        try {
            return Json.mapper()
                    .readValue(entry.headers(), new TypeReference<Map<String, String>>() {})
                    .getOrDefault(Envelope.SOURCE, "unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static @Nullable JsonNode message(LedgerEntry entry) {
        if (entry.body() == null) {
            return null;
        }
        try {
            return Json.mapper().readTree(entry.body());
        } catch (IOException e) {
            // not JSON; GET /ledger shows it as it is
            return null;
        }
    }
}
