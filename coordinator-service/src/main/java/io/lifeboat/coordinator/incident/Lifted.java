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
 * That two people reclassified an incident. Damage that begins later is new, and vetoes again.
 *
 * @param at when, by PostgreSQL's clock
 * @param by the two, and why, as JSON
 */
@Embeddable
record Lifted(
        @Column(name = "reclassified_at") Instant at,
        @Column(name = "reclassified_by") String by) {

    private static final TypeReference<List<Act>> ACTS = new TypeReference<>() {};

    static Lifted by(List<Act> acts, Instant now) {
        try {
            return new Lifted(now, Json.mapper().writeValueAsString(acts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("acts cannot fail to be written", e);
        }
    }

    List<Act> acts() {
        try {
            return Json.mapper().readValue(by, ACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("column reclassified_by holds no acts", e);
        }
    }
}
