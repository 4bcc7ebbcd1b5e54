package io.lifeboat.coordinator.capacity;

import io.lifeboat.contract.signal.Capacity;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.Table;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;

/** The table {@code capacity_sample}; a world lasts less than an hour, so each service has one row a region. */
public final class SimulatedCapacitySamples extends CapacitySamples {

    private final Database database;
    private final Table<String, Row> rows;

    private record Row(String application, String region, Capacity most, Instant latestAt) {

        Row and(Row other) {
            Capacity more = new Capacity(
                    most.cluster(),
                    most.service(),
                    Math.max(most.minimum(), other.most.minimum()),
                    Math.max(most.desired(), other.most.desired()),
                    most.sampleAge());
            return new Row(application, region, more, latestAt.isAfter(other.latestAt) ? latestAt : other.latestAt);
        }
    }

    public SimulatedCapacitySamples(Database database) {
        super(null);
        this.database = database;
        this.rows = database.table("capacity_sample");
    }

    @Override
    public Uni<Void> keep(SignalSnapshot snapshot, Duration sinceSent) {
        return Uni.createFrom().voidItem().invoke(() -> snapshot.signals().stream()
                .filter(signal -> signal.region() != null && signal.capacity() != null)
                .forEach(signal -> keep(snapshot.application(), signal.region(), signal.capacity(), sinceSent)));
    }

    @Override
    public Uni<Baselines> of(String application, String region) {
        return Uni.createFrom()
                .item(() -> new Baselines(rows.all().stream()
                        .filter(row -> row.application().equals(application)
                                && row.region().equals(region))
                        .map(row -> new Baseline(
                                row.most().cluster(),
                                row.most().service(),
                                row.most().minimum(),
                                row.most().desired(),
                                Duration.between(row.latestAt(), database.now())))
                        .toList()));
    }

    private void keep(String application, String region, Capacity capacity, Duration sinceSent) {
        Instant at = database.now().minus(capacity.sampleAge()).minus(sinceSent);
        String key = String.join("/", application, region, capacity.cluster(), capacity.service());
        Row read = new Row(application, region, capacity, at);
        rows.put(key, rows.get(key).map(read::and).orElse(read));
    }
}
