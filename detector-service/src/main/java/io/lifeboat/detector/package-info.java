/**
 * The detector: it looks at what the plans name, from the one place it stands in, and says what it sees.
 *
 * <p>In: the topic {@code plans}. Out: the topics {@code signals} (state) and {@code outage-events} (transitions). The
 * flow through the packages is {@code plan -> watch -> probe -> window -> signal -> outage -> dispatch}, with
 * {@code sight} judging all the while whether the detector may trust its own eyes. Nothing is kept on disk: a detector
 * can be killed and started anywhere, and says unknown until its windows are full again.
 */
@NullMarked
package io.lifeboat.detector;

import org.jspecify.annotations.NullMarked;
