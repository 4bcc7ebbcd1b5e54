package io.lifeboat.simulator.database;

import io.lifeboat.chassis.inbox.Inbox;
import io.smallrye.mutiny.Uni;

/** The table {@code inbox}. */
public final class MemoryInbox extends Inbox {

    private final Table<String, Boolean> taken;

    public MemoryInbox(Database database) {
        super(null);
        this.taken = database.table("inbox");
    }

    @Override
    public Uni<Boolean> isNew(String consumer, String messageId) {
        return Uni.createFrom().item(() -> {
            String key = key(consumer, messageId);
            if (taken.get(key).isPresent()) {
                return false;
            }
            taken.put(key, true);
            return true;
        });
    }

    /** Whether a consumer took a message. */
    public static boolean took(Database database, String consumer, String messageId) {
        return database.table("inbox").get(key(consumer, messageId)).isPresent();
    }

    private static String key(String consumer, String messageId) {
        return consumer + " " + messageId;
    }
}
