/**
 * Outages as one vantage sees them: a region of an application, or its entrance, suspected, confirmed, cleared.
 *
 * <p>In: {@link io.lifeboat.detector.signal.Judgement}s of one scope and whether sight is clear. Out: transitions, as
 * {@link io.lifeboat.detector.outage.SightingDraft}s. What they mean, and whether others agree, is for the coordinator to say. Pure.
 */
@NullMarked
package io.lifeboat.detector.outage;

import org.jspecify.annotations.NullMarked;
