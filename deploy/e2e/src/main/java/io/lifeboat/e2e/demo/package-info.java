/**
 * The main job, shown to a person.
 *
 * <p>In: options. Out: a live timeline, a report as JSON and Markdown, and an exit status that is 0 only when the shop
 * serves from the other region and what Lifeboat measured agrees with what the customers lived through.
 */
@NullMarked
package io.lifeboat.e2e.demo;

import org.jspecify.annotations.NullMarked;
