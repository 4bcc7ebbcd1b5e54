package io.lifeboat.executor.run;

import io.lifeboat.executor.epoch.Epochs;
import io.lifeboat.executor.epoch.Slot;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.Table;
import io.smallrye.mutiny.Uni;

/** The tables {@code epoch} and {@code retired_execution}. */
public final class SimulatedEpochs extends Epochs {

    private final Table<String, Long> highest;
    private final Table<String, String> retired;

    public SimulatedEpochs(Database database) {
        super(null);
        this.highest = database.table("epoch");
        this.retired = database.table("retired_execution");
    }

    @Override
    public Uni<Boolean> superseded(String application, Slot slot, long epoch, String executionId) {
        return Uni.createFrom()
                .item(() -> highest.get(key(application, slot)).orElse(0L) > epoch
                        || retired.get(executionId).isPresent());
    }

    @Override
    public Uni<Void> seen(String application, Slot slot, long epoch) {
        return Uni.createFrom().voidItem().invoke(() -> {
            String key = key(application, slot);
            highest.put(key, Math.max(highest.get(key).orElse(0L), epoch));
        });
    }

    @Override
    public Uni<Void> retire(String application, String executionId, long epoch, String reason) {
        return Uni.createFrom().voidItem().invoke(() -> retired.put(executionId, reason));
    }

    private static String key(String application, Slot slot) {
        return application + "/" + slot;
    }
}
