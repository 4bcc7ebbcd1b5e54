package io.lifeboat.simulator.database;

import io.lifeboat.chassis.instance.Instance;
import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Message;
import io.lifeboat.simulator.engine.Host;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The table {@code outbox}; messages are packed as they really are. */
public final class MemoryOutbox extends Outbox {

    private final Database database;
    private final Table<Long, Waiting> rows;
    private final Table<String, Long> positions;
    private final Instance instance;
    private final Host host;

    /**
     * A message that waits to be sent.
     *
     * @param position its place
     * @param message what is sent
     * @param since when it was committed, by the database's clock
     */
    record Waiting(long position, Message message, Instant since) {

        /** The message with its age, as the chassis sends it. */
        Message sentAt(Instant now) {
            Map<String, String> headers = new TreeMap<>(message.headers());
            headers.put(
                    Envelope.WAITED, String.valueOf(Duration.between(since, now).toMillis()));
            return new Message(message.id(), message.type(), message.key(), headers, message.body());
        }
    }

    public MemoryOutbox(Database database, Instance instance, Host host) {
        super(null, null, null);
        this.database = database;
        this.rows = rows(database);
        this.positions = database.table("outbox_position");
        this.instance = instance;
        this.host = host;
    }

    static Table<Long, Waiting> rows(Database database) {
        return database.table("outbox");
    }

    /** How many messages wait. */
    public static int waiting(Database database) {
        return rows(database).size();
    }

    @Override
    public Uni<Void> add(Record message, String application) {
        return add(UUID.randomUUID().toString(), message, application);
    }

    @Override
    public Uni<Void> add(String id, Record message, String application) {
        return Uni.createFrom()
                .item(() -> {
                    long position = positions.get("next").orElse(0L);
                    positions.put("next", position + 1);
                    Message packed = Envelope.pack(id, instance.source(), application, host.wall(), message);
                    rows.put(position, new Waiting(position, packed, database.now()));
                    return position;
                })
                .replaceWithVoid();
    }
}
