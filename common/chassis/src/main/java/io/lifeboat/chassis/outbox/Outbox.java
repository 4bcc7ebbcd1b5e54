package io.lifeboat.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.lifeboat.chassis.crash.CrashPoint;
import io.lifeboat.chassis.instance.Instance;
import io.lifeboat.chassis.trace.TraceContext;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.envelope.Message;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes messages within a transaction; they are sent after its commit, and never if it does not commit. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class Outbox {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final Mutiny.SessionFactory sessions;
    private final Instance instance;
    private final Clock clock;

    @Inject
    public Outbox(Mutiny.SessionFactory sessions, Instance instance, Clock clock) {
        this.sessions = sessions;
        this.instance = instance;
        this.clock = clock;
    }

    /** Adds a message under a new id to the current transaction. */
    public Uni<Void> add(Record message, String application) {
        return add(UUID.randomUUID().toString(), message, application);
    }

    /**
     * Adds a message to the current transaction.
     *
     * @param id its CloudEvents id, the same however often the message is made
     * @param message one of the contract's messages; its type decides the topic
     * @param application the key
     */
    public Uni<Void> add(String id, Record message, String application) {
        return persist(id, message, application, application);
    }

    /**
     * Adds a message to the current transaction, for a compacted topic that keeps more than one record of an application.
     *
     * @param key the record's key; messages of one key keep their order
     */
    public Uni<Void> addKeyed(String key, Record message, String application) {
        return persist(UUID.randomUUID().toString(), message, application, key);
    }

    private Uni<Void> persist(String id, Record message, String application, String key) {
        Message packed = Envelope.pack(id, instance.source(), application, clock.instant(), message);
        Map<String, String> headers = new TreeMap<>(packed.headers());
        headers.put(Envelope.TRACEPARENT, TraceContext.next());
        OutboxRow row = new OutboxRow(packed.type().topic().wireName(), key, write(headers), packed.body());
        return sessions.withSession(session -> {
            if (session.currentTransaction() == null) {
                throw new IllegalStateException("outbox: no transaction; add messages within Transactions.run");
            }
            return session.persist(row)
                    .invoke(() -> CrashPoint.IN_OUTBOX.passed(packed.type().wireName()));
        });
    }

    static Map<String, String> read(String headers) {
        try {
            return Json.mapper().readValue(headers, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("outbox: headers of a row are not JSON: " + headers, e);
        }
    }

    private static String write(Map<String, String> headers) {
        try {
            return Json.mapper().writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text headers cannot fail to be written", e);
        }
    }
}
