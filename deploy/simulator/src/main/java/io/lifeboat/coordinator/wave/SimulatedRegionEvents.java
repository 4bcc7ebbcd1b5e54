package io.lifeboat.coordinator.wave;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Every application goes by itself: waves are told apart where there are hundreds, against a real database. */
public final class SimulatedRegionEvents extends RegionEvents {

    public SimulatedRegionEvents() {
        super(null, null);
    }

    @Override
    public Uni<String> join(String region) {
        return Uni.createFrom().item(region);
    }

    @Override
    public Uni<Place> placeLately(@Nullable String eventId, Member self) {
        return Uni.createFrom().item(Place.ALONE);
    }

    @Override
    public Uni<Place> place(@Nullable String eventId, String application) {
        return Uni.createFrom().item(Place.ALONE);
    }

    @Override
    public Uni<Long> othersAsking(String eventId, String incidentId) {
        return Uni.createFrom().item(0L);
    }
}
