package io.lifeboat.audit.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lifeboat.chassis.crash.CrashPoint;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.envelope.MessageType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The ledger's store. Entries are added in bulk, by one statement for a whole batch: a statement for each entry could not
 * keep up with a storm.
 */
@ApplicationScoped
public class Ledger {

    private static final int PAGE = 500;

    private final Mutiny.SessionFactory sessions;
    private final Transactions transactions;

    @Inject
    public Ledger(Mutiny.SessionFactory sessions, Transactions transactions) {
        this.sessions = sessions;
        this.transactions = transactions;
    }

    /**
     * Adds what is not there yet, in one transaction.
     *
     * @return the entries that were added
     */
    Uni<List<LedgerEntry>> add(List<Notice> notices) {
        if (notices.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        // sorted, so that two instances lock chains in the same order
        Set<String> applications =
                notices.stream().map(Notice::application).collect(Collectors.toCollection(TreeSet::new));
        return transactions.run(() -> sessions.withSession(session -> heads(session, applications)
                .chain(heads -> known(session, notices).chain(known -> {
                    List<LedgerEntry> entries = chain(notices, known, heads);
                    return entries.isEmpty()
                            ? Uni.createFrom().item(entries)
                            : insert(session, entries)
                                    .invoke(() ->
                                            entries.forEach(entry -> CrashPoint.BEFORE_COMMIT.passed(entry.type())))
                                    .replaceWith(entries);
                }))));
    }

    /** An incident's entries, in the order they were added. */
    public Uni<List<LedgerEntry>> ofIncident(String incidentId) {
        return read(session -> session.createQuery(
                        "from LedgerRow where incidentId = :incident order by sequence", LedgerRow.class)
                .setParameter("incident", incidentId)
                .getResultList());
    }

    /** An application's entries of some types, in the order they were added. */
    public Uni<List<LedgerEntry>> ofTypes(String application, Collection<MessageType> types) {
        List<String> names = types.stream().map(MessageType::wireName).toList();
        return read(session -> session.createQuery(
                        "from LedgerRow where application = :application and type in :types order by sequence",
                        LedgerRow.class)
                .setParameter("application", application)
                .setParameter("types", names)
                .getResultList());
    }

    /** Up to {@code limit} of an application's entries after a place, in order. */
    public Uni<List<LedgerEntry>> after(String application, long sequence, int limit) {
        return read(session -> session.createQuery(
                        "from LedgerRow where application = :application and sequence > :after order by sequence",
                        LedgerRow.class)
                .setParameter("application", application)
                .setParameter("after", sequence)
                .setMaxResults(limit)
                .getResultList());
    }

    /** The chains there are. */
    public Uni<List<String>> applications() {
        return transactions.run(() -> sessions.withSession(session -> session.createQuery(
                        "select application from LedgerHeadRow order by application", String.class)
                .getResultList()));
    }

    /**
     * Looks at every entry of a chain; an application without one verifies, with no entries. Head and entries are read from
     * one snapshot, for a chain that grows meanwhile is not a broken one.
     */
    public Uni<Verification> verify(String application) {
        return transactions.run(() -> sessions.withSession(
                session -> session.createNativeQuery("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                        .executeUpdate()
                        .chain(() -> session.find(LedgerHeadRow.class, application))
                        .chain(head -> verify(session, Verification.begin(application))
                                .map(so -> head == null ? so.end(0, Chain.START) : so.end(head.sequence, head.hash)))));
    }

    private Uni<Verification> verify(Mutiny.Session session, Verification so) {
        return after(so.application(), so.entries(), PAGE).chain(page -> {
            // the session would keep every entry of the chain
            session.clear();
            Verification next = so.then(page);
            return page.size() < PAGE || next.firstBad() != null
                    ? Uni.createFrom().item(next)
                    : verify(session, next);
        });
    }

    private Uni<List<LedgerEntry>> read(Function<Mutiny.Session, Uni<List<LedgerRow>>> query) {
        return transactions
                .run(() -> sessions.withSession(query))
                .map(rows -> rows.stream().map(LedgerRow::entry).toList());
    }

    /** Locks the chains' ends until the commit, making those that are not there. */
    private static Uni<Map<String, LedgerHeadRow>> heads(Mutiny.Session session, Set<String> applications) {
        return session.createNativeQuery("""
                        INSERT INTO ledger_head (application, sequence, hash)
                        SELECT value, 0, :start FROM json_array_elements_text(cast(cast(:applications AS text) AS json))
                        ON CONFLICT DO NOTHING""")
                .setParameter("start", Chain.START)
                .setParameter("applications", json(applications))
                .executeUpdate()
                .chain(() -> session.createQuery(
                                "from LedgerHeadRow where application in :applications order by application",
                                LedgerHeadRow.class)
                        .setParameter("applications", applications)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList())
                .map(heads -> heads.stream().collect(Collectors.toMap(head -> head.application, head -> head)));
    }

    private static Uni<Set<Notice.Identity>> known(Mutiny.Session session, List<Notice> notices) {
        return session.createQuery("select messageId, topic from LedgerRow where messageId in :ids", Object[].class)
                .setParameter("ids", notices.stream().map(Notice::messageId).collect(Collectors.toSet()))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Notice.Identity((String) row[0], (String) row[1]))
                        .collect(Collectors.toCollection(HashSet::new)));
    }

    private static List<LedgerEntry> chain(
            List<Notice> notices, Set<Notice.Identity> known, Map<String, LedgerHeadRow> heads) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (Notice notice : notices) {
            if (known.add(notice.identity())) {
                LedgerHeadRow head = heads.get(notice.application());
                LedgerEntry entry = Chain.next(notice, head.sequence, head.hash);
                head.sequence = entry.sequence();
                head.hash = entry.hash();
                entries.add(entry);
            }
        }
        return entries;
    }

    private static Uni<Integer> insert(Mutiny.Session session, List<LedgerEntry> entries) {
        List<Map<String, Object>> rows = entries.stream().map(Ledger::row).toList();
        return session.createNativeQuery("""
                        INSERT INTO ledger (application, sequence, message_id, type, topic, partition, record_offset,
                                            appended_at, headers, body, incident_id, previous, hash)
                        SELECT application, sequence, message_id, type, topic, partition, record_offset,
                               to_timestamp(appended_millis / 1000.0), headers, decode(body, 'base64'), incident_id,
                               decode(previous, 'base64'), decode(hash, 'base64')
                        FROM json_to_recordset(cast(cast(:rows AS text) AS json)) AS row (
                            application text, sequence bigint, message_id text, type text, topic text, partition int,
                            record_offset bigint, appended_millis bigint, headers text, body text, incident_id text,
                            previous text, hash text)""").setParameter("rows", json(rows)).executeUpdate();
    }

    private static Map<String, Object> row(LedgerEntry entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("application", entry.application());
        row.put("sequence", entry.sequence());
        row.put("message_id", entry.messageId());
        row.put("type", entry.type());
        row.put("topic", entry.topic());
        row.put("partition", entry.partition());
        row.put("record_offset", entry.offset());
        row.put("appended_millis", entry.appendedAt().toEpochMilli());
        row.put("headers", entry.headers());
        row.put("previous", entry.previous());
        row.put("hash", entry.hash());
        if (entry.body() != null) {
            row.put("body", entry.body());
        }
        if (entry.incidentId() != null) {
            row.put("incident_id", entry.incidentId());
        }
        return row;
    }

    /** A statement casts it to text first: cast to json alone, the driver would send it as one JSON string. */
    private static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values cannot fail to be written", e);
        }
    }
}
