package io.lifeboat.audit.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An entry as it is read; entries are only ever inserted, in bulk, by {@link Ledger}. */
@Entity
@Immutable
@Table(name = "ledger")
@IdClass(LedgerRow.Key.class)
class LedgerRow {

    /** An entry's place. */
    record Key(String application, long sequence) implements Serializable {}

    @Id
    String application;

    @Id
    long sequence;

    @Column(name = "message_id")
    String messageId;

    String type;

    String topic;

    int partition;

    @Column(name = "record_offset")
    long offset;

    @Column(name = "appended_at")
    Instant appendedAt;

    String headers;

    byte @Nullable [] body;

    @Nullable
    @Column(name = "incident_id")
    String incidentId;

    byte[] previous;

    byte[] hash;

    /** For Hibernate. */
    protected LedgerRow() {}

    LedgerEntry entry() {
        return new LedgerEntry(
                application,
                sequence,
                messageId,
                type,
                topic,
                partition,
                offset,
                appendedAt,
                headers,
                body,
                incidentId,
                previous,
                hash);
    }
}
