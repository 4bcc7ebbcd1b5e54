/**
 * Numbers and how they are told.
 *
 * <p>In: samples. Out: distributions, ratios, a table for people and JSON for tools.
 */
@NullMarked
package io.lifeboat.bench.figure;

import org.jspecify.annotations.NullMarked;
