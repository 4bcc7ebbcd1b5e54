package io.lifeboat.executor.run;

import io.lifeboat.executor.action.Tempo;
import java.time.Duration;
import java.time.Instant;

/**
 * How often a run is looked at and told of. A run that waits for days would else fill the ledger with sentences that say
 * nothing, and use up request rates that a disaster needs.
 *
 * @param soonest the wait before the first further look
 * @param latest the wait between later ones
 * @param repeatAfter how long after it last spoke it says the same again
 * @param newsAfter how long after it last spoke it says something new
 */
record Cadence(Duration soonest, Duration latest, Duration repeatAfter, Duration newsAfter) {

    static Cadence of(Tempo tempo, ExecutorSettings settings) {
        return switch (tempo) {
            case STEP ->
                new Cadence(settings.lookSoonest(), settings.lookLatest(), settings.progressEvery(), Duration.ZERO);
            case ARMED ->
                new Cadence(
                        settings.armedLook(),
                        settings.armedLook(),
                        settings.patientProgressEvery(),
                        settings.patientNewsEvery());
            case PATIENT ->
                new Cadence(
                        settings.lookSoonest(),
                        settings.patientLook(),
                        settings.patientProgressEvery(),
                        settings.patientNewsEvery());
        };
    }

    /** Whether it is time to speak. */
    boolean due(Instant now, Instant lastSaidAt, boolean news) {
        return !now.isBefore(lastSaidAt.plus(news ? newsAfter : repeatAfter));
    }
}
