/**
 * PostgreSQL 17 from an archive, without Docker and without installing anything.
 *
 * <p>In: a data directory, an address and settings. Out: a server process that can be stopped, killed, copied into a
 * streaming replica and promoted.
 */
@NullMarked
package io.lifeboat.testkit.postgres;

import org.jspecify.annotations.NullMarked;
