/**
 * A Kafka broker without Docker, and the topics of the flow on it.
 *
 * <p>In: a folder. Out: a single-node KRaft broker in this JVM (or, by its {@code main}, in a process of its own) whose
 * records carry the broker's append time.
 */
@NullMarked
package io.lifeboat.testkit.kafka;

import org.jspecify.annotations.NullMarked;
