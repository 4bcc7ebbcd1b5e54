/**
 * From a Kafka record to a handler that runs once.
 *
 * <p>In: consumer records. Out: a handler's call in one transaction with the inbox. What nobody can read fails and so goes
 * to the dead letters; what the infrastructure refuses is tried again until it passes.
 */
@NullMarked
package io.lifeboat.chassis.intake;

import org.jspecify.annotations.NullMarked;
