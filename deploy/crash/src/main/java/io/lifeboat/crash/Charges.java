package io.lifeboat.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The charges of this process. Each goes off once over all lives of a process that is started again with the same command:
 * its mark on disk says that it did.
 */
public final class Charges {

    private static volatile Charges armed = new Charges(List.of(), Path.of(""), Deed::strike);

    private final Map<Charge, AtomicInteger> passes = new LinkedHashMap<>();
    private final Path marks;
    private final Consumer<Deed> strike;

    Charges(List<Charge> charges, Path marks, Consumer<Deed> strike) {
        charges.forEach(charge -> passes.put(charge, new AtomicInteger()));
        this.marks = marks;
        this.strike = strike;
    }

    static void arm(Charges charges) {
        armed = charges;
    }

    /** Called by every crash point that is passed, once its class was made lethal. */
    public static void passed(String point, String what) {
        armed.meet(point, what);
    }

    /**
     * Refuses charges that could never go off.
     *
     * @throws IllegalArgumentException naming them and the points there are
     */
    void requirePoints(Set<String> points) {
        Set<String> unknown =
                passes.keySet().stream().map(Charge::point).collect(Collectors.toCollection(TreeSet::new));
        unknown.removeAll(points);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "lifeboat.crash: there is no point " + unknown + "; there are " + new TreeSet<>(points));
        }
    }

    private void meet(String point, String what) {
        passes.forEach((charge, count) -> {
            if (charge.meets(point, what) && count.incrementAndGet() == charge.pass() && claim(charge)) {
                strike.accept(charge.deed());
            }
        });
    }

    /** Leaves the mark; false when it was there already, from an earlier life. */
    private boolean claim(Charge charge) {
        try {
            Files.createDirectories(marks);
            Files.createFile(marks.resolve(charge.text()));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot leave the mark of " + charge.text(), e);
        }
    }
}
