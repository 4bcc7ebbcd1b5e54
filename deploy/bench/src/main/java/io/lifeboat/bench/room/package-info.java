/**
 * The control room that is measured: Kafka, PostgreSQL and packaged services as processes of their own, with settings of
 * production where the tests' are softer.
 *
 * <p>In: which services. Out: URLs, and nothing left behind when it is closed.
 */
@NullMarked
package io.lifeboat.bench.room;

import org.jspecify.annotations.NullMarked;
