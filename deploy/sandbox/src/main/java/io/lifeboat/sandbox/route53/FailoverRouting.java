package io.lifeboat.sandbox.route53;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Chooses between failover records. As the Route 53 API describes {@code ResourceRecordSet.Failover}:
 *
 * <pre>
 *   primary    secondary    answered with
 *   healthy    any          primary
 *   unhealthy  healthy      secondary
 *   unhealthy  unhealthy    primary   (fails open)
 * </pre>
 *
 * <p>A missing primary leaves the secondary as the only choice, whatever its health, and the other way round. There is no
 * damping: as soon as the primary is healthy again it is answered with, which is why a failover needs a latch.
 */
final class FailoverRouting {

    private FailoverRouting() {}

    static Optional<RecordSet> choose(Collection<RecordSet> records, Predicate<RecordSet> healthy) {
        var primary = ofRole(records, FailoverRole.PRIMARY);
        var secondary = ofRole(records, FailoverRole.SECONDARY);
        if (primary.isEmpty() || secondary.isEmpty()) {
            return primary.or(() -> secondary);
        }
        return primary.filter(healthy).or(() -> secondary.filter(healthy)).or(() -> primary);
    }

    private static Optional<RecordSet> ofRole(Collection<RecordSet> records, FailoverRole role) {
        return records.stream().filter(each -> each.failover() == role).findFirst();
    }
}
