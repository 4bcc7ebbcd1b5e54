package io.lifeboat.audit.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.lifeboat.audit.timing.Told;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.envelope.UnreadableMessageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads entries back into the records they were. */
public final class Reading {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private Reading() {}

    /** What the entries told, in their order. Those nobody can read stay in the ledger and tell nothing. */
    public static List<Told> told(List<LedgerEntry> entries) {
        return entries.stream().flatMap(entry -> told(entry).stream()).toList();
    }

    /** What one entry told, if it can be read. */
    public static Optional<Told> told(LedgerEntry entry) {
        try {
            return Optional.of(new Told(
                    entry.appendedAt(),
                    Envelope.unpack(entry.application(), headers(entry), entry.body())
                            .body()));
        } catch (UnreadableMessageException e) {
            // an unknown type or a stranger's message: kept as it came, without a meaning
            return Optional.empty();
        }
    }

    private static Map<String, String> headers(LedgerEntry entry) {
        try {
            return Json.mapper().readValue(entry.headers(), HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "ledger: headers of %s/%d are not JSON; was it altered?"
                            .formatted(entry.application(), entry.sequence()),
                    e);
        }
    }
}
