/**
 * Plans as they come in.
 *
 * <p>In: the topic {@code plans}, read from its start at every start; nothing is ever committed there. Out: the revision in
 * force of every application, to {@code watch}. What cannot be read goes to {@code dead-letters.detector.plans}, and the
 * next plan is read.
 */
@NullMarked
package io.lifeboat.detector.plan;

import org.jspecify.annotations.NullMarked;
