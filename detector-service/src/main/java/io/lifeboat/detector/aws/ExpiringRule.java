package io.lifeboat.detector.aws;

import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleAndOperator;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;

/**
 * An enabled lifecycle rule that deletes objects, or versions of them that were replaced. One that only clears away markers
 * without a version behind them, or uploads that were never completed, deletes nothing anybody could read.
 *
 * @param id the rule's
 * @param prefix where it deletes; the whole bucket when empty. What else narrows it, tags and sizes, is not looked at
 * @param days the fewest days it keeps what it deletes; 0 when it deletes at a date
 */
public record ExpiringRule(String id, String prefix, int days) {

    /** Reads a rule; empty for one that deletes nothing. */
    static Optional<ExpiringRule> of(LifecycleRule rule) {
        if (rule.status() != ExpirationStatus.ENABLED) {
            return Optional.empty();
        }
        return Stream.concat(current(rule).stream(), replaced(rule).stream())
                .min(Integer::compare)
                .map(days -> new ExpiringRule(rule.id() == null ? "" : rule.id(), prefix(rule), days));
    }

    /** Days or a date (S3 API reference, LifecycleExpiration). */
    private static Optional<Integer> current(LifecycleRule rule) {
        return Optional.ofNullable(rule.expiration())
                .filter(expiration -> expiration.days() != null || expiration.date() != null)
                .map(expiration -> expiration.days() == null ? 0 : expiration.days());
    }

    private static Optional<Integer> replaced(LifecycleRule rule) {
        return Optional.ofNullable(rule.noncurrentVersionExpiration())
                .map(expiration -> expiration.noncurrentDays() == null ? 0 : expiration.noncurrentDays());
    }

    /** Older configurations have it beside the filter (S3 API reference, LifecycleRule). */
    @SuppressWarnings("deprecation")
    private static String prefix(LifecycleRule rule) {
        Optional<LifecycleRuleFilter> filter = Optional.ofNullable(rule.filter());
        return filter.map(LifecycleRuleFilter::prefix)
                .or(() -> filter.map(LifecycleRuleFilter::and).map(LifecycleRuleAndOperator::prefix))
                .or(() -> Optional.ofNullable(rule.prefix()))
                .orElse("");
    }
}
