package io.lifeboat.coordinator.capacity;

import io.lifeboat.chassis.sequence.InTurn;
import io.lifeboat.contract.signal.Capacity;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The table {@code capacity_sample}: the most each service was to run, hour by hour. Joins the caller's transaction. A
 * sample told twice, or by two vantages, changes nothing.
 */
@ApplicationScoped
public class CapacitySamples {

    /** Enough to have a whole day before a region was lost, long after it was. */
    private static final int KEPT_DAYS = 30;

    private final Mutiny.SessionFactory sessions;

    CapacitySamples(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Keeps what a vantage read.
     *
     * @param sinceSent how long ago the broker appended the snapshot
     */
    public Uni<Void> keep(SignalSnapshot snapshot, Duration sinceSent) {
        List<Sample> samples = snapshot.signals().stream()
                .filter(signal -> signal.region() != null && signal.capacity() != null)
                .map(signal -> new Sample(signal.region(), signal.capacity()))
                .toList();
        return InTurn.each(samples, sample -> keep(snapshot.application(), sample, sinceSent));
    }

    /** What each service ran at most in the last day in which it was sampled in that region. */
    public Uni<Baselines> of(String application, String region) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        select cluster, service, max(minimum), max(desired),
                               cast(extract(epoch from now() - max(latest_at)) * 1000 as bigint)
                        from (select *, max(latest_at) over (partition by cluster, service) as last_at
                              from capacity_sample where application = :application and region = :region) as sample
                        where latest_at > last_at - interval '24 hours'
                        group by cluster, service
                        """, Object[].class)
                .setParameter("application", application)
                .setParameter("region", region)
                .getResultList()
                .map(rows -> new Baselines(
                        rows.stream().map(CapacitySamples::baseline).toList())));
    }

    private Uni<Void> keep(String application, Sample sample, Duration sinceSent) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        with forgotten as (
                            delete from capacity_sample
                            where application = :application and hour < now() - cast(:days as integer) * interval '1 day')
                        insert into capacity_sample as kept
                            (application, region, cluster, service, hour, minimum, desired, latest_at)
                        select :application, :region, :cluster, :service, date_trunc('hour', at), :minimum, :desired, at
                        from (select now() - cast(:ageMillis as bigint) * interval '1 millisecond' as at) as read
                        on conflict (application, region, cluster, service, hour) do update
                        set minimum = greatest(kept.minimum, excluded.minimum),
                            desired = greatest(kept.desired, excluded.desired),
                            latest_at = greatest(kept.latest_at, excluded.latest_at)
                        """)
                .setParameter("application", application)
                .setParameter("region", sample.region())
                .setParameter("cluster", sample.capacity().cluster())
                .setParameter("service", sample.capacity().service())
                .setParameter("minimum", sample.capacity().minimum())
                .setParameter("desired", sample.capacity().desired())
                .setParameter(
                        "ageMillis",
                        sample.capacity().sampleAge().plus(sinceSent).toMillis())
                .setParameter("days", KEPT_DAYS)
                .executeUpdate()
                .replaceWithVoid());
    }

    private static Baseline baseline(Object[] row) {
        return new Baseline(
                (String) row[0],
                (String) row[1],
                ((Number) row[2]).intValue(),
                ((Number) row[3]).intValue(),
                Duration.ofMillis(Math.max(0, ((Number) row[4]).longValue())));
    }

    private record Sample(String region, Capacity capacity) {}
}
