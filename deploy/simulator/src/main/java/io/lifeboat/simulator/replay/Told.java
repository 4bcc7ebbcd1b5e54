package io.lifeboat.simulator.replay;

import io.lifeboat.simulator.scenario.Decided;
import io.lifeboat.simulator.scenario.Judgement;
import io.lifeboat.simulator.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * What was told, what was decided, and how that compares.
 *
 * @param says what happened, in a sentence; empty when nobody says
 * @param recording the recording; empty of a scenario, and of one that holds nothing
 * @param result what was decided; empty when there was nothing to tell
 * @param judgement how that compares; empty when nothing is expected
 * @param unreadable what could not be read, each with its file and line
 * @param passedOver how many lines were of other applications or topics
 */
record Told(
        String says,
        Optional<Recording> recording,
        Optional<Decided> result,
        Optional<Judgement> judgement,
        List<String> unreadable,
        int passedOver) {

    static Told of(Scenario scenario, Decided result) {
        return new Told(
                scenario.says(),
                Optional.empty(),
                Optional.of(result),
                Optional.of(Judgement.of(scenario.expect(), result)),
                List.of(),
                0);
    }

    static Told of(Remarks remarks, RecordingFiles files, Recording recording, Decided result) {
        return new Told(
                said(remarks),
                Optional.of(recording),
                Optional.of(result),
                Optional.ofNullable(remarks.expect()).map(expected -> Judgement.of(expected, result)),
                files.unreadable(),
                files.passedOver());
    }

    static Told nothing(Remarks remarks, RecordingFiles files) {
        return new Told(
                said(remarks),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                files.unreadable(),
                files.passedOver());
    }

    private static String said(Remarks remarks) {
        return remarks.says() == null ? "" : remarks.says();
    }
}
