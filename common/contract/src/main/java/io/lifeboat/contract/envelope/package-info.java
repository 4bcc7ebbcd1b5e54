/**
 * A record as a message and back: CloudEvents 1.0 headers in Kafka's binary mode, JSON in the body.
 *
 * <p>In: a record of a sibling package, or headers and bytes. Out: headers and bytes, or the record; an
 * {@link io.lifeboat.contract.envelope.UnreadableMessageException} that names the field for what cannot be read.
 */
@NullMarked
package io.lifeboat.contract.envelope;

import org.jspecify.annotations.NullMarked;
