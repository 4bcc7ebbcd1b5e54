package io.lifeboat.contract.envelope;

import java.util.Map;

/**
 * A record ready to be sent.
 *
 * @param id unique; consumers drop what they have seen
 * @param type what it is
 * @param key the application
 * @param headers CloudEvents attributes by their Kafka header names ({@code ce_id}, {@code ce_type}, ...)
 * @param body JSON
 */
public record Message(String id, MessageType type, String key, Map<String, String> headers, byte[] body) {

    public Message {
        headers = Map.copyOf(headers);
    }
}
