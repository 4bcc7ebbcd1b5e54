package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.DeclaredExpiry;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.aws.Access;
import io.lifeboat.detector.aws.BucketReader;
import io.lifeboat.detector.aws.ExpiringRule;
import io.lifeboat.detector.probe.DataMeasure.Reading;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Whether buckets delete by themselves what the plan does not let them. */
final class ExpiryRules implements StoreMeasure {

    private final List<String> buckets;
    private final List<DeclaredExpiry> declared;
    private final Access access;
    private final BucketReader reader;

    ExpiryRules(List<String> buckets, List<DeclaredExpiry> declared, Access access, BucketReader reader) {
        this.buckets = buckets;
        this.declared = declared;
        this.access = access;
        this.reader = reader;
    }

    @Override
    public Future<Reading> read(Duration within) {
        return Asked.all(buckets, bucket -> reader.expiring(bucket, access, within))
                .map(answers -> judge(answers, declared));
    }

    /** One undeclared rule is enough, whatever could not be asked of the other buckets. */
    static Reading judge(List<Asked<List<ExpiringRule>>> buckets, List<DeclaredExpiry> declared) {
        List<String> undeclared = buckets.stream()
                .filter(bucket -> bucket.answer() != null)
                .flatMap(bucket -> Objects.requireNonNull(bucket.answer()).stream()
                        .filter(rule -> declared.stream().noneMatch(known -> covers(known, rule)))
                        .map(rule -> words(bucket.what(), rule)))
                .toList();
        if (!undeclared.isEmpty()) {
            return new Reading(SignalState.DOWN, Asked.words(undeclared) + "; the plan does not declare that");
        }
        List<String> silent = buckets.stream()
                .filter(bucket -> bucket.failure() != null)
                .map(bucket -> bucket.what() + ": " + bucket.failure())
                .toList();
        return silent.isEmpty()
                ? new Reading(SignalState.UP, "nothing expires but what the plan declares")
                : new Reading(SignalState.UNKNOWN, "bucket " + Asked.words(silent));
    }

    private static boolean covers(DeclaredExpiry known, ExpiringRule rule) {
        return known.id().equals(rule.id()) && rule.prefix().startsWith(known.prefix()) && rule.days() >= known.days();
    }

    private static String words(String bucket, ExpiringRule rule) {
        return "rule '%s' of %s deletes %s%s"
                .formatted(
                        rule.id(),
                        bucket,
                        rule.prefix().isEmpty() ? "everything" : rule.prefix() + "*",
                        rule.days() == 0 ? "" : " after %d d".formatted(rule.days()));
    }
}
