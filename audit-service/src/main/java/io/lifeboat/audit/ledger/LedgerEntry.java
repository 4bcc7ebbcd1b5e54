package io.lifeboat.audit.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in its place.
 *
 * @param application the chain
 * @param sequence its place, from 1
 * @param messageId the message's id
 * @param type its CloudEvents type
 * @param topic where it was appended
 * @param partition where in the topic
 * @param offset where in the partition
 * @param appendedAt when the broker appended it, to the millisecond
 * @param headers its headers as JSON
 * @param body its bytes, or null
 * @param incidentId the incident it names, or null; not hashed
 * @param previous the hash before it; 32 zero bytes for the first
 * @param hash {@link Chain#hash} of it
 */
public record LedgerEntry(
        String application,
        long sequence,
        String messageId,
        String type,
        String topic,
        int partition,
        long offset,
        Instant appendedAt,
        String headers,
        byte @Nullable [] body,
        @Nullable String incidentId,
        byte[] previous,
        byte[] hash) {}
