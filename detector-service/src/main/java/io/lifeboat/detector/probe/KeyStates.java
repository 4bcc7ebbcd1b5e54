package io.lifeboat.detector.probe;

import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.aws.Access;
import io.lifeboat.detector.aws.KeyReader;
import io.lifeboat.detector.probe.DataMeasure.Reading;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Whether the keys can still decrypt what is encrypted with them. */
final class KeyStates implements StoreMeasure {

    /**
     * In which nothing can be decrypted, or soon nothing (KMS developer guide, "Key states"). A key is pending import when its
     * imported material was deleted or has expired.
     */
    private static final Set<String> LOST =
            Set.of("Disabled", "PendingDeletion", "PendingReplicaDeletion", "PendingImport", "Unavailable");

    /** A key whose primary region is just being changed works as before. */
    private static final Set<String> WHOLE = Set.of("Enabled", "Updating");

    private final List<String> keys;
    private final Access access;
    private final KeyReader reader;

    KeyStates(List<String> keys, Access access, KeyReader reader) {
        this.keys = keys;
        this.access = access;
        this.reader = reader;
    }

    @Override
    public Future<Reading> read(Duration within) {
        return Asked.all(keys, key -> reader.state(key, access, within)).map(KeyStates::judge);
    }

    /** One key that is lost is enough, whatever could not be asked of the others. */
    static Reading judge(List<Asked<String>> keys) {
        List<String> lost = keys.stream()
                .filter(key -> key.answer() != null && LOST.contains(key.answer()))
                .map(key -> key.what() + " is " + key.answer())
                .toList();
        if (!lost.isEmpty()) {
            return new Reading(SignalState.DOWN, "key " + Asked.words(lost));
        }
        List<String> unsure = keys.stream()
                .filter(key -> key.answer() == null || !WHOLE.contains(key.answer()))
                .map(key -> key.what() + ": " + (key.answer() == null ? key.failure() : "is " + key.answer()))
                .toList();
        return unsure.isEmpty()
                ? new Reading(SignalState.UP, "%d of %d keys can be used".formatted(keys.size(), keys.size()))
                : new Reading(SignalState.UNKNOWN, "key " + Asked.words(unsure));
    }
}
