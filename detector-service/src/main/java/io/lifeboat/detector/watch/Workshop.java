package io.lifeboat.detector.watch;

import io.lifeboat.detector.dispatch.Dispatch;
import io.lifeboat.detector.probe.Look;
import io.lifeboat.detector.probe.Probers;
import io.lifeboat.detector.sight.Eyesight;
import io.lifeboat.detector.signal.Publication;
import io.lifeboat.detector.signal.Standpoint;
import io.lifeboat.detector.time.Ticker;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What every application's watches share.
 *
 * @param ticker measures
 * @param standpoint who looks, and from where
 * @param probers makes probers
 * @param loops the event loops
 * @param lateAfter a detector later than this may not call a failure the target's
 * @param view what the detector thinks of its eyes
 * @param onLook told of every look
 * @param dispatch sends
 * @param rhythm how often unchanged signals are told
 * @param meters counts
 */
record Workshop(
        Ticker ticker,
        Standpoint standpoint,
        Probers probers,
        Loops loops,
        Duration lateAfter,
        Supplier<Eyesight.View> view,
        Consumer<Look> onLook,
        Dispatch dispatch,
        Publication.Rhythm rhythm,
        Meters meters) {

    Loops.Probing probing() {
        return loops.probing(lateAfter, view);
    }
}
