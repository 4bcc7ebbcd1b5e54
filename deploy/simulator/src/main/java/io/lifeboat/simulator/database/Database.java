package io.lifeboat.simulator.database;

import io.lifeboat.simulator.engine.Host;
import io.lifeboat.simulator.engine.WallClock;
import io.lifeboat.simulator.engine.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One service's schema. */
public final class Database {

    private final World world;
    private final String name;
    private final WallClock clock;
    private final Map<String, Table<?, ?>> tables = new HashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> undo = new ArrayList<>();
    private final Map<String, Host> locks = new HashMap<>();
    private boolean inTransaction;
    private double commitAnswerLost;

    public Database(World world, String name) {
        this.world = world;
        this.name = name;
        this.clock = new WallClock(world, name, 30_000);
    }

    /** What its clock shows. */
    public Instant now() {
        return clock.now();
    }

    /** Its clock. */
    public WallClock clock() {
        return clock;
    }

    World world() {
        return world;
    }

    String name() {
        return name;
    }

    /** How often the answer to a commit is lost from now on. */
    public void loseCommitAnswers(double probability) {
        commitAnswerLost = probability;
    }

    boolean losesCommitAnswer() {
        return world.happens(commitAnswerLost);
    }

    boolean inTransaction() {
        return inTransaction;
    }

    /** A table, made when it is first asked for. */
    @SuppressWarnings("unchecked")
    public <K, V> Table<K, V> table(String of) {
        return (Table<K, V>) tables.computeIfAbsent(of, missing -> new Table<K, V>(this));
    }

    /** Has something checked after each commit. */
    public void afterEachCommit(Runnable check) {
        afterCommit.add(check);
    }

    /** An advisory lock; that of a dead host went with its connection. */
    boolean tryLock(String lock, Host host) {
        Host holder = locks.get(lock);
        if (holder != null && holder != host && holder.alive()) {
            return false;
        }
        locks.put(lock, host);
        return true;
    }

    void unlock(String lock, Host host) {
        locks.remove(lock, host);
    }

    /** Does all of it or nothing. */
    public <T> T transact(Supplier<T> work) {
        inTransaction = true;
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            inTransaction = false;
            if (!done) {
                for (int i = undo.size() - 1; i >= 0; i--) {
                    undo.get(i).run();
                }
            }
            undo.clear();
            if (done) {
                afterCommit.forEach(Runnable::run);
            }
        }
    }

    void undoBy(Runnable action) {
        if (!inTransaction) {
            throw new IllegalStateException(name + ": written to outside a transaction");
        }
        undo.add(action);
    }
}
