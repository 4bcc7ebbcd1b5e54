/**
 * One unit of work against PostgreSQL.
 *
 * <p>In: work as a Uni. Out: its result after the commit, however often the database had to be asked.
 */
@NullMarked
package io.lifeboat.chassis.transaction;

import org.jspecify.annotations.NullMarked;
