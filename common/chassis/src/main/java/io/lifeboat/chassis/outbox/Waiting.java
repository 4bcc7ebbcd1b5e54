package io.lifeboat.chassis.outbox;

import io.lifeboat.contract.envelope.Envelope;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A row as the relay reads it. */
record Waiting(UUID id, String topic, String application, Map<String, String> headers, byte[] body) {

    /** Its age goes with it, so that a message that waited while the broker was away is not taken for a new one. */
    static Waiting of(Row row) {
        Map<String, String> headers = new TreeMap<>(Outbox.read(row.getString("headers")));
        headers.put(Envelope.WAITED, String.valueOf(Math.max(0, row.getLong("waited"))));
        return new Waiting(
                row.getUUID("id"),
                row.getString("topic"),
                row.getString("application"),
                headers,
                row.getBuffer("body").getBytes());
    }

    /** What it says, by its CloudEvents type. */
    String type() {
        return headers.getOrDefault(Envelope.TYPE, "");
    }

    /**
     * Rounds in which rows may be sent side by side. Each round holds one row at most of an application and topic: where
     * order can be seen by a consumer, each row waits for the acknowledgement of the one before it, and a command waits for
     * nothing that is said about it elsewhere.
     */
    static List<List<Waiting>> rounds(List<Waiting> rows) {
        Map<Line, Integer> reached = new HashMap<>();
        List<List<Waiting>> rounds = new ArrayList<>();
        for (Waiting row : rows) {
            int round = reached.merge(new Line(row.application(), row.topic()), 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(row);
        }
        return rounds;
    }

    /** Rows behind one another. */
    private record Line(String application, String topic) {}
}
