package io.lifeboat.chassis.sequence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** Work on many things, one after the other, for a session serves one at a time. */
public final class InTurn {

    private InTurn() {}

    /** Begins with each thing when the work on the one before it has ended; the first failure ends it all. */
    public static <T> Uni<Void> each(Iterable<? extends T> all, Function<? super T, ? extends Uni<?>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(thing -> work.apply(thing).replaceWithVoid())
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** The same, with what came of each, in order. */
    public static <T, R> Uni<List<R>> collect(
            Iterable<? extends T> all, Function<? super T, ? extends Uni<? extends R>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(thing -> work.apply(thing).map(result -> (R) result))
                .collect()
                .asList();
    }
}
