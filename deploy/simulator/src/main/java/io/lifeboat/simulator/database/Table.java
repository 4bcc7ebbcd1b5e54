package io.lifeboat.simulator.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows by key, in the order they were added. What a transaction changes is taken back when it fails. */
public final class Table<K, V> {

    private final Database database;
    private final Map<K, V> rows = new LinkedHashMap<>();

    Table(Database database) {
        this.database = database;
    }

    /** The row, as it is; change it by {@link #put} or after {@link #managed}. */
    public Optional<V> get(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    public List<V> all() {
        return new ArrayList<>(rows.values());
    }

    public List<K> keys() {
        return new ArrayList<>(rows.keySet());
    }

    public int size() {
        return rows.size();
    }

    public void put(K key, V row) {
        V before = rows.put(key, row);
        database.undoBy(() -> restore(key, before));
    }

    /**
     * Adds a row whose key must be new.
     *
     * @throws IllegalStateException as a violated unique key would fail
     */
    public void add(K key, V row) {
        if (rows.containsKey(key)) {
            throw new IllegalStateException("duplicate key " + key);
        }
        put(key, row);
    }

    public void remove(K key) {
        V before = rows.remove(key);
        if (before != null) {
            database.undoBy(() -> restore(key, before));
        }
    }

    /** A row whose fields the service changes in place, as those of an entity. */
    public V managed(V row) {
        Fields before = Fields.of(row);
        database.undoBy(() -> before.restore(row));
        return row;
    }

    private void restore(K key, V before) {
        if (before == null) {
            rows.remove(key);
        } else {
            rows.put(key, before);
        }
    }
}
