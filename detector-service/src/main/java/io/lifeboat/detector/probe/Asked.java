package io.lifeboat.detector.probe;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of several things that were asked for at once: what was answered, or why nothing was. One that could not be asked must
 * not hide what another one showed.
 *
 * @param what its name
 * @param answer null when there was none
 * @param failure why, in words; null when there was an answer
 */
record Asked<T>(String what, @Nullable T answer, @Nullable String failure) {

    private static final int NAMED = 3;

    /** Asks for all of them; never failed. */
    static <T> Future<List<Asked<T>>> all(Collection<String> names, Function<String, Future<T>> ask) {
        List<Future<Asked<T>>> all = names.stream()
                .map(name -> ask.apply(name)
                        .map(answer -> new Asked<>(name, answer, null))
                        .otherwise(failure -> new Asked<>(name, null, Failures.inWords(failure))))
                .toList();
        return Future.all(all).map(done -> all.stream().map(Future::result).toList());
    }

    /** The first few, for a reason that people read. */
    static String words(Collection<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? first : first + " and %d more".formatted(names.size() - NAMED);
    }
}
