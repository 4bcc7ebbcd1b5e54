package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.MaintenanceWindow;
import io.lifeboat.contract.plan.ObjectCountProbe;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.aws.Access;
import io.lifeboat.detector.aws.BucketReader;
import io.lifeboat.detector.aws.ObjectTally;
import io.lifeboat.detector.probe.DataMeasure.Reading;
import io.lifeboat.detector.time.Moment;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Objects beside the most there were lately. More than are counted are not known to be whole: then it is unknown, not up. */
final class ObjectCount implements StoreMeasure {

    private static final int ALL = 100;

    private final ObjectCountProbe probe;
    private final String bucket;
    private final MostLately most;
    private final Access access;
    private final BucketReader reader;
    private final Outside outside;

    ObjectCount(
            ObjectCountProbe probe,
            String bucket,
            List<MaintenanceWindow> maintenance,
            Access access,
            BucketReader reader,
            Outside outside) {
        this.probe = probe;
        this.bucket = bucket;
        this.most = new MostLately(probe.within(), maintenance);
        this.access = access;
        this.reader = reader;
        this.outside = outside;
    }

    @Override
    public Future<Reading> read(Duration within) {
        return reader.count(bucket, probe.prefix(), probe.atMost(), access, within)
                .map(tally ->
                        judge(tally, outside.ticker().now(), outside.clock().instant()));
    }

    /** As {@link DataMeasure#judge}. One more than are counted stands for all that are more. */
    Reading judge(ObjectTally tally, Moment at, Instant wall) {
        long objects = tally.more() ? probe.atMost() + 1L : tally.objects();
        long before = most.with(objects, at, wall);
        String reason = "%s/%s has %s objects; the most lately were %s"
                .formatted(bucket, probe.prefix(), words(objects), words(before));
        if (objects * ALL < before * (ALL - probe.dropPercent())) {
            return new Reading(
                    SignalState.DOWN, reason + ", and no more than %d %% may go".formatted(probe.dropPercent()));
        }
        return before > probe.atMost()
                ? new Reading(
                        SignalState.UNKNOWN,
                        reason + ", so nobody knows how many went; count a longer prefix, or raise atMost")
                : new Reading(SignalState.UP, reason);
    }

    private String words(long objects) {
        return objects > probe.atMost() ? "more than " + probe.atMost() : String.valueOf(objects);
    }
}
