package io.lifeboat.coordinator.execution.store;

import io.lifeboat.contract.incident.Mode;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.Table;
import io.smallrye.mutiny.Uni;

/** The table {@code execution_slot}. */
public final class SimulatedSlots extends Slots {

    private final Database database;
    private final Table<String, Long> epochs;

    public SimulatedSlots(Database database) {
        super(null);
        this.database = database;
        this.epochs = database.table("execution_slot");
    }

    @Override
    public Uni<Long> nextEpoch(String application, Mode mode) {
        return Uni.createFrom().item(() -> {
            String slot = application + "/" + (mode == Mode.DRILL ? "drill" : "acting");
            long seconds = database.now().getEpochSecond();
            long next =
                    epochs.get(slot).map(last -> Math.max(last + 1, seconds)).orElse(seconds);
            epochs.put(slot, next);
            return next;
        });
    }
}
