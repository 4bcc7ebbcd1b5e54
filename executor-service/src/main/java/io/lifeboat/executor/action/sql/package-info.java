/**
 * Actions on the application's own database, at the name the application uses.
 *
 * <p>In: a datasource of the plan. Out: observations, heartbeat rows, and a probe's one committed write.
 */
@NullMarked
package io.lifeboat.executor.action.sql;

import org.jspecify.annotations.NullMarked;
