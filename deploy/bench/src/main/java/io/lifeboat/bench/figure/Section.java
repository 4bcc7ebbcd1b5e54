package io.lifeboat.bench.figure;

import java.util.List;

/**
 * One measurement's result.
 *
 * @param id for example {@code b4}
 * @param title what it asks
 * @param rows its lines
 * @param notes what a reader must know to compare them: what differs, what was left out, why a goal is missed
 */
public record Section(String id, String title, List<Row> rows, List<String> notes) {

    public Section {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }
}
