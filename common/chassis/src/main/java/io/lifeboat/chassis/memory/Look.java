package io.lifeboat.chassis.memory;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One look at the database's identity. Values in, a value out.
 *
 * @param now the transaction's time
 * @param identity the server as it is now
 * @param latest what was noted last; null at the first start, and where the note itself was forgotten
 */
record Look(Instant now, String identity, @Nullable Remembered latest) {

    /** What the memory is, when it is what was noted last; empty when another note is due. */
    Optional<Recollection> recollection() {
        return latest == null || !latest.identity().equals(identity)
                ? Optional.empty()
                : Optional.of(new Recollection(now, latest.number(), latest.since()));
    }

    /** The number of the next note. */
    long next() {
        return latest == null ? Recollection.FIRST : latest.number() + 1;
    }
}
