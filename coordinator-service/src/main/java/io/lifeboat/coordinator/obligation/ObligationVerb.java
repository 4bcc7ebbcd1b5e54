package io.lifeboat.coordinator.obligation;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.command.RetireEpoch;
import io.lifeboat.coordinator.obligation.ObligationState.Open;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a person says to an obligation. All of it is legal while it is open. */
public sealed interface ObligationVerb {

    /** Every verb's name. */
    List<String> ALL = List.of("keep", "waive", "answer");

    /** Who and why. */
    Act act();

    /** The verb's name. */
    default String name() {
        return switch (this) {
            case Keep keep -> "keep";
            case Waive waive -> "waive";
            case Answer answer -> "answer";
        };
    }

    /**
     * It was done.
     *
     * @param act who and why
     * @param proof what shows it
     */
    record Keep(Act act, String proof) implements ObligationVerb {}

    /**
     * It is let go.
     *
     * @param act who and why
     */
    record Waive(Act act) implements ObligationVerb {}

    /**
     * The page was heard; it is owed still, and paged again after a while.
     *
     * @param act who and why
     */
    record Answer(Act act) implements ObligationVerb {}

    /** The verbs that may be said now. */
    static List<String> legal(Obligation obligation) {
        return obligation.state() instanceof Open ? ALL : List.of();
    }

    /**
     * The turn it makes. Executors that have a run of it let go of it.
     *
     * @throws IllegalObligationVerbException when it is not open
     */
    default ObligationTurn on(Obligation obligation, Instant now) {
        if (!(obligation.state() instanceof Open open)) {
            throw new IllegalObligationVerbException(this, obligation);
        }
        ObligationTurn turn =
                switch (this) {
                    case Keep keep -> ObligationTurn.keep(obligation, open, keep.proof(), keep.act());
                    case Waive waive -> ObligationTurn.waive(obligation, open, waive.act());
                    case Answer answer -> ObligationTurn.of(obligation);
                };
        if (this instanceof Answer) {
            return turn;
        }
        Optional<RetireEpoch> letGo = Course.letGo(obligation, now, name() + " by " + act().who());
        return letGo.isPresent() ? turn.say(letGo.get()) : turn;
    }
}
