/**
 * Real servers and a turned clock for tests, demonstrations and the sandbox; no Docker.
 *
 * <p>In: a folder and an address. Out: a running PostgreSQL or Kafka, the control room's database with its roles, and the
 * configuration a Quarkus test needs to reach them.
 */
@NullMarked
package io.lifeboat.testkit;

import org.jspecify.annotations.NullMarked;
