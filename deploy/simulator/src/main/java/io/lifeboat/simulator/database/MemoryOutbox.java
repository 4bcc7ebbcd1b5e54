package io.lifeboat.simulator.database;

import io.lifeboat.chassis.instance.Instance;
import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Message;
import io.lifeboat.simulator.engine.Host;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The table {@code outbox}; messages are packed as they really are. */
public final class MemoryOutbox extends Outbox {

    private final Table<Long, Waiting> rows;
    private final Table<String, Long> positions;
    private final Instance instance;
    private final Host host;

    /**
     * A message that waits to be sent.
     *
     * @param position its place
     * @param message what is sent
     */
    record Waiting(long position, Message message) {}

    public MemoryOutbox(Database database, Instance instance, Host host) {
        super(null, null, null);
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
                    rows.put(position, new Waiting(position, packed));
                    return position;
                })
                .replaceWithVoid();
    }
}
