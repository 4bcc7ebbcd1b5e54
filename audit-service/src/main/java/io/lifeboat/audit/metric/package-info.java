/**
 * What Prometheus is told.
 *
 * <p>In: reports and entries. Out: recovery time and loss, achieved and promised, by application and mode; how long steps
 * took; whether the ledger holds. Gauges are made anew from the ledger after a restart; what is unknown has no sample.
 */
@NullMarked
package io.lifeboat.audit.metric;

import org.jspecify.annotations.NullMarked;
