package io.lifeboat.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.simulator.broker.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Records as tools print them, one a line. */
final class Lines {

    private Lines() {}

    /** Our own form. */
    static String own(Entry entry) {
        ObjectNode line = begin(entry).put("timestamp", entry.appendedMillis());
        ObjectNode headers = line.putObject("headers");
        entry.message().headers().forEach(headers::put);
        return line.set("value", tree(entry)).toString();
    }

    /** As {@code kcat -J} does. */
    static String kcat(Entry entry) {
        ObjectNode line = begin(entry)
                .put("partition", entry.partition())
                .put("offset", entry.offset())
                .put("tstype", "logappend")
                .put("ts", entry.appendedMillis())
                .put("broker", 1);
        ArrayNode headers = line.putArray("headers");
        entry.message().headers().forEach((name, value) -> headers.add(name).add(value));
        return line.put("payload", body(entry)).toString();
    }

    /** As {@code kafka-console-consumer.sh} does when it is to print timestamp, headers and key. */
    static String console(Entry entry) {
        return "LogAppendTime:%d\t%s\t%s\t%s"
                .formatted(
                        entry.appendedMillis(),
                        entry.message().headers().entrySet().stream()
                                .map(header -> header.getKey() + ":" + header.getValue())
                                .collect(Collectors.joining(",")),
                        entry.message().key(),
                        body(entry));
    }

    private static ObjectNode begin(Entry entry) {
        return Json.mapper()
                .createObjectNode()
                .put("topic", entry.message().type().topic().wireName())
                .put("key", entry.message().key());
    }

    private static JsonNode tree(Entry entry) {
        try {
            return Json.mapper().readTree(entry.message().body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(Entry entry) {
        return new String(entry.message().body(), StandardCharsets.UTF_8);
    }
}
