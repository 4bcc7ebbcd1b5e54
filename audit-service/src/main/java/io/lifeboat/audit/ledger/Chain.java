package io.lifeboat.audit.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How entries are chained: an entry's hash is SHA-256 over the previous hash and its own fields, each with its length before
 * it so that no two different entries read the same. Whoever changes, removes or inserts an entry must change every hash
 * after it.
 */
final class Chain {

    /** What the first entry follows. */
    static final byte[] START = new byte[32];

    private Chain() {}

    /** The notice in its place after the entry with that sequence and hash. */
    static LedgerEntry next(Notice notice, long previousSequence, byte[] previous) {
        long sequence = previousSequence + 1;
        byte[] hash = hash(
                previous,
                notice.application(),
                sequence,
                notice.messageId(),
                notice.type(),
                notice.topic(),
                notice.partition(),
                notice.offset(),
                notice.appendedAt(),
                notice.headers(),
                notice.body());
        return new LedgerEntry(
                notice.application(),
                sequence,
                notice.messageId(),
                notice.type(),
                notice.topic(),
                notice.partition(),
                notice.offset(),
                notice.appendedAt(),
                notice.headers(),
                notice.body(),
                notice.incidentId(),
                previous,
                hash);
    }

    /** The hash an entry must have. */
    static byte[] hash(LedgerEntry entry) {
        return hash(
                entry.previous(),
                entry.application(),
                entry.sequence(),
                entry.messageId(),
                entry.type(),
                entry.topic(),
                entry.partition(),
                entry.offset(),
                entry.appendedAt(),
                entry.headers(),
                entry.body());
    }

    private static byte[] hash(
            byte[] previous,
            String application,
            long sequence,
            String messageId,
            String type,
            String topic,
            int partition,
            long offset,
            Instant appendedAt,
            String headers,
            byte @Nullable [] body) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(previous);
            text(out, application);
            out.writeLong(sequence);
            text(out, messageId);
            text(out, type);
            text(out, topic);
            out.writeInt(partition);
            out.writeLong(offset);
            out.writeLong(appendedAt.toEpochMilli());
            text(out, headers);
            bytes(out, body);
            return Notice.sha256(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            out.writeInt(-1);
        } else {
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }
}
