/**
 * Plans: what people submit, and what is in force.
 *
 * <p>In: YAML over REST, with who and why. It is read against the schema, then linted; both name the place. Out: one
 * immutable revision a submission, in the database and on the topic {@code plans}, in one transaction.
 *
 * <p>The other packages ask {@link io.lifeboat.coordinator.plan.Plans}.
 */
@NullMarked
package io.lifeboat.coordinator.plan;

import org.jspecify.annotations.NullMarked;
