package io.lifeboat.bench.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.contract.envelope.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Everything one run measured.
 *
 * @param machine where
 * @param sections what, in the order it was measured
 */
public record Results(Machine machine, List<Section> sections) {

    public Results {
        sections = List.copyOf(sections);
    }

    /** Writes it as JSON, with every sample. */
    public void write(Path file) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.set("machine", Json.mapper().valueToTree(machine));
        ArrayNode all = root.putArray("sections");
        for (Section section : sections) {
            ObjectNode one = all.addObject().put("id", section.id()).put("title", section.title());
            ArrayNode rows = one.putArray("rows");
            section.rows().forEach(row -> row(rows.addObject(), row));
            one.set("notes", Json.mapper().valueToTree(section.notes()));
        }
        try {
            Files.write(file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void row(ObjectNode node, Row row) {
        Distribution measured = row.measured();
        node.put("what", row.what()).put("unit", row.unit()).put("n", measured.count());
        put(node, "least", measured.least());
        put(node, "median", measured.median());
        put(node, "p99", measured.p99());
        put(node, "most", measured.most());
        Row beside = row.beside();
        if (beside != null) {
            node.put("beside", beside.what());
            put(node, "medianRatio", row.medianRatio());
            put(node, "p99Ratio", row.p99Ratio());
        }
        node.set("samples", Json.mapper().valueToTree(measured.sorted()));
    }

    private static void put(ObjectNode node, String field, OptionalDouble value) {
        value.ifPresentOrElse(number -> node.put(field, number), () -> node.putNull(field));
    }
}
