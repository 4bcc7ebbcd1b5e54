package io.lifeboat.audit.timing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message of the ledger.
 *
 * @param at when the broker appended it
 * @param message its record
 */
public record Told(Instant at, Record message) {

    /** The instant that lay so long before this was told, or null when nobody knows how long. */
    @Nullable
    Instant before(@Nullable Duration age) {
        return age == null ? null : at.minus(age);
    }

    /** The messages of one type, with their times, in order. */
    static <T extends Record> Stream<Of<T>> of(List<Told> all, Class<T> type) {
        return all.stream()
                .filter(told -> type.isInstance(told.message()))
                .map(told -> new Of<>(told, type.cast(told.message())));
    }

    /** The first message of a type. */
    static <T extends Record> Optional<Of<T>> first(List<Told> all, Class<T> type) {
        return of(all, type).findFirst();
    }

    /** The newest message of a type. */
    static <T extends Record> Optional<Of<T>> last(List<Told> all, Class<T> type) {
        return of(all, type).reduce((earlier, later) -> later);
    }

    /**
     * A message of a known type.
     *
     * @param told with its time
     * @param message the record
     */
    record Of<T extends Record>(Told told, T message) {

        Instant at() {
            return told.at();
        }
    }
}
