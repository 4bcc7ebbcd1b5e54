package io.lifeboat.coordinator.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.envelope.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;

/**
 * That two people reclassified an incident. It covers what they were shown: damage that begins later, or that another watch
 * sees, is new, and vetoes again.
 *
 * @param at when, by PostgreSQL's clock
 * @param watches the watches whose word they lifted, with commas
 * @param by the two, and why, as JSON
 */
@Embeddable
record Lifted(
        @Column(name = "reclassified_at") Instant at,
        @Column(name = "reclassified_watches") String watches,
        @Column(name = "reclassified_by") String by) {

    private static final TypeReference<List<Act>> ACTS = new TypeReference<>() {};

    static Lifted by(List<Act> acts, SeenDamage damage, Instant now) {
        try {
            return new Lifted(now, damage.watches(), Json.mapper().writeValueAsString(acts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("acts cannot fail to be written", e);
        }
    }

    /** Whether what a watch has seen since a time was lifted. */
    boolean covers(String watch, Instant since) {
        return !since.isAfter(at) && List.of(watches.split(",")).contains(watch);
    }

    List<Act> acts() {
        try {
            return Json.mapper().readValue(by, ACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("column reclassified_by holds no acts", e);
        }
    }
}
