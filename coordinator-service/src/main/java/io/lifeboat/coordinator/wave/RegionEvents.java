package io.lifeboat.coordinator.wave;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lifeboat.chassis.sequence.InTurn;
import io.lifeboat.contract.Act;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The table {@code region_event}, and its incidents. Joins the caller's transaction. */
@ApplicationScoped
public class RegionEvents {

    private static final int NEWEST = 50;

    private static final String EVENTS =
            "select e.id, e.region, e.opened_at, e.approved_who, e.approved_why, e.forgiven,"
                    + " (select count(*) from execution where ended_at is null and mode = 'live'"
                    + " and (state <> 'paused' or halted))"
                    + " from region_event e";

    private final Mutiny.SessionFactory sessions;
    private final WavePolicy policy;

    /** Hundreds of applications look each second at the same few hundred rows. */
    private final Cache<String, RegionEvent> lately =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build();

    RegionEvents(Mutiny.SessionFactory sessions, WavePolicy policy) {
        this.sessions = sessions;
        this.policy = policy;
    }

    /** The open event of a region's loss, which begins with the first incident that asks for it. */
    public Uni<String> join(String region) {
        return execute("""
                        update region_event e set closed_at = now() where region = :region and closed_at is null
                        and not exists (select 1 from incident i where i.region_event = e.id and i.closed_at is null)
                        """, region)
                .chain(() -> sessions.withSession(session -> session.createNativeQuery("""
                                insert into region_event (id, region) values (:id, :region)
                                on conflict (region) where closed_at is null do nothing
                                """)
                        .setParameter("id", UUID.randomUUID().toString())
                        .setParameter("region", region)
                        .executeUpdate()))
                .chain(() -> sessions.withSession(session -> session.createNativeQuery(
                                "select id from region_event where region = :region and closed_at is null",
                                String.class)
                        .setParameter("region", region)
                        .getSingleResult()));
    }

    /**
     * Where an application stands, as it was at most a second ago; for looking, not for opening.
     *
     * @param self what it is as a member that has only just joined: hundreds do so within that second, and not each reads all others
     */
    public Uni<Place> placeLately(@Nullable String eventId, Member self) {
        if (eventId == null) {
            return Uni.createFrom().item(Place.ALONE);
        }
        RegionEvent known = lately.getIfPresent(eventId);
        return known == null
                ? place(eventId, self.application())
                : Uni.createFrom().item(known.joinedBy(self).place(self.application(), policy));
    }

    /** Where an application stands now. */
    public Uni<Place> place(@Nullable String eventId, String application) {
        return eventId == null
                ? Uni.createFrom().item(Place.ALONE)
                : find(eventId).map(found -> found.map(event -> event.place(application, policy))
                        .orElse(Place.ALONE));
    }

    /** One event as it is now. */
    public Uni<Optional<RegionEvent>> find(String eventId) {
        return sessions.withSession(session -> session.createNativeQuery(EVENTS + " where e.id = :id", Object[].class)
                        .setParameter("id", eventId)
                        .getResultList())
                .chain(rows -> InTurn.collect(rows, this::event))
                .map(found -> found.stream().findFirst())
                .invoke(found -> found.ifPresent(event -> lately.put(eventId, event)));
    }

    /** The newest first. */
    public Uni<List<RegionEvent>> newest() {
        return sessions.withSession(
                        session -> session.createNativeQuery(EVENTS + " order by e.opened_at desc", Object[].class)
                                .setMaxResults(NEWEST)
                                .getResultList())
                .chain(rows -> InTurn.collect(rows, this::event));
    }

    /** How many other incidents of an event wait for people. */
    public Uni<Long> othersAsking(String eventId, String incidentId) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select count(*) from incident where region_event = :event and id <> :incident"
                                + " and state = 'awaiting-approval'",
                        Long.class)
                .setParameter("event", eventId)
                .setParameter("incident", incidentId)
                .getSingleResult());
    }

    /** Notes who approved it as a whole. */
    public Uni<Void> approved(String eventId, Act act) {
        return act(
                "update region_event set approved_who = :who, approved_why = :why, approved_at = now()", eventId, act);
    }

    /** A person says go on after so many failures. */
    public Uni<Void> forgive(String eventId, long failures, Act act) {
        lately.invalidate(eventId);
        return act("update region_event set go_on_who = :who, go_on_why = :why, forgiven = " + failures, eventId, act);
    }

    private Uni<Void> act(String update, String eventId, Act act) {
        return sessions.withSession(session -> session.createNativeQuery(update + " where id = :id")
                .setParameter("who", act.who())
                .setParameter("why", act.why())
                .setParameter("id", eventId)
                .executeUpdate()
                .replaceWithVoid());
    }

    private Uni<Void> execute(String update, String region) {
        return sessions.withSession(session -> session.createNativeQuery(update)
                .setParameter("region", region)
                .executeUpdate()
                .replaceWithVoid());
    }

    /** Whoever lost the region again meanwhile is told of by its newest incident. */
    private Uni<RegionEvent> event(Object[] row) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        select distinct on (i.application) i.application, i.id, i.priority, i.depends_on, i.state, i.gate_says, i.gate_because, i.outcome,
                               i.exposure_millis, e.state, coalesce(e.failing, false)
                        from incident i left join execution e on e.execution_id = i.execution_id
                        where i.region_event = :event order by i.application, i.opened_at desc
                        """, Object[].class)
                .setParameter("event", row[0])
                .getResultList()
                .map(members -> new RegionEvent(
                        (String) row[0],
                        (String) row[1],
                        ((OffsetDateTime) row[2]).toInstant(),
                        row[3] == null ? null : new Act((String) row[3], (String) row[4]),
                        ((Number) row[5]).intValue(),
                        ((Number) row[6]).intValue(),
                        members.stream().map(RegionEvents::member).toList())));
    }

    private static Member member(Object[] row) {
        String needed = (String) row[3];
        return new Member(
                (String) row[0],
                (String) row[1],
                ((Number) row[2]).intValue(),
                needed.isEmpty() ? List.of() : Arrays.asList(needed.split(",")),
                phase((String) row[4], (String) row[5], (String) row[7], (String) row[9], (Boolean) row[10]),
                (String) row[6],
                row[8] == null ? null : Duration.ofMillis(((Number) row[8]).longValue()));
    }

    /** From the incident's state, what the gate says but for waves, the incident's outcome and its execution's state. */
    static Phase phase(
            String state,
            @Nullable String says,
            @Nullable String outcome,
            @Nullable String execution,
            boolean failing) {
        if (state.equals("closed")) {
            return "recovered".equals(outcome) ? Phase.RECOVERED : Phase.OVER;
        }
        if (state.equals("recovering")) {
            return "completed".equals(execution) ? Phase.RECOVERED : failing ? Phase.FAILED : Phase.RUNNING;
        }
        if (state.equals("held")) {
            return "aborted".equals(execution) ? Phase.FAILED : Phase.LEFT_OUT;
        }
        // What went before is over: it may ask, and go, again.
        if (says == null) {
            return Phase.LEFT_OUT;
        }
        return switch (says) {
            case "proceed" -> Phase.QUEUED;
            case "await-approval" -> Phase.ASKING;
            default -> Phase.LEFT_OUT;
        };
    }
}
