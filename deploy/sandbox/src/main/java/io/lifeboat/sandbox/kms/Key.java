package io.lifeboat.sandbox.kms;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A symmetric key with material of KMS' own.
 *
 * @param deletion when it will be deleted; null unless it is pending deletion
 */
record Key(
        UUID id,
        String account,
        String region,
        Instant created,
        State state,
        @Nullable Instant deletion) {

    /** KMS' own words (developer guide, "Key states"). */
    enum State {
        ENABLED("Enabled"),
        DISABLED("Disabled"),
        PENDING_DELETION("PendingDeletion");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Key enabled(UUID id, String account, String region, Instant now) {
        return new Key(id, account, region, now, State.ENABLED, null);
    }

    String arn() {
        return "arn:aws:kms:" + region + ":" + account + ":key/" + id;
    }

    boolean is(String idOrArn) {
        return idOrArn.equals(id.toString()) || idOrArn.equals(arn());
    }

    Key become(State next, @Nullable Instant deleted) {
        return new Key(id, account, region, created, next, deleted);
    }
}
