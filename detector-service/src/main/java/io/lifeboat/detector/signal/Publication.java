package io.lifeboat.detector.signal;

import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.sight.Eyesight;
import io.lifeboat.detector.time.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When one application's signals are told: on any change, often while anything is not up, seldom otherwise. Pure.
 *
 * @param told what was told last, and when; empty before the first time
 */
public record Publication(Optional<Told> told) {

    /** Nothing was told yet. */
    public static final Publication NONE = new Publication(Optional.empty());

    /** How often signals are told that have not changed. */
    public record Rhythm(Duration whileUp, Duration whileNotUp) {}

    /** Whether they are due now. */
    public boolean due(Moment now, List<Judgement> judgements, Eyesight.View view, Rhythm rhythm) {
        if (told.isEmpty() || !told.get().gist().equals(gist(judgements, view))) {
            return true;
        }
        boolean allUp =
                view.clear() && judgements.stream().allMatch(judgement -> judgement.told(view) == SignalState.UP);
        Duration every = allUp ? rhythm.whileUp() : rhythm.whileNotUp();
        return now.since(told.get().at()).compareTo(every) >= 0;
    }

    /** The publication after these were told. */
    public Publication told(Moment now, List<Judgement> judgements, Eyesight.View view) {
        return new Publication(Optional.of(new Told(now, gist(judgements, view))));
    }

    private static List<Object> gist(List<Judgement> judgements, Eyesight.View view) {
        return Stream.concat(
                        Stream.<Object>of(view.sight()), judgements.stream().map(judgement -> judgement.gist(view)))
                .toList();
    }

    /**
     * What was told.
     *
     * @param at when
     * @param gist what of it matters when it changes
     */
    public record Told(Moment at, List<Object> gist) {}
}
