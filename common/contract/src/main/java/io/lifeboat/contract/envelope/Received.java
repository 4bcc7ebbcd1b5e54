package io.lifeboat.contract.envelope;

import org.jspecify.annotations.Nullable;

/**
 * A message that could be read.
 *
 * @param id its CloudEvents id
 * @param type what it is
 * @param application its key
 * @param source the service instance that sent it
 * @param traceparent the W3C trace context it carried, or null
 * @param body the record
 */
public record Received(
        String id,
        MessageType type,
        String application,
        String source,
        @Nullable String traceparent,
        Record body) {}
