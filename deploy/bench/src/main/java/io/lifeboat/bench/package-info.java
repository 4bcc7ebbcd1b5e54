/**
 * The benchmarks behind {@code ./lifeboat bench}: the packaged services, measured beside a comparison of the same run.
 *
 * <p>In: which measurements, how many trials. Out: a table of medians, 99th percentiles and ratios, and the same as JSON.
 * Nothing here passes or fails: a time is told, never asserted.
 */
@NullMarked
package io.lifeboat.bench;

import org.jspecify.annotations.NullMarked;
