package io.lifeboat.coordinator.obligation;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.ObligationClosed;
import io.lifeboat.contract.incident.ObligationClosed.Outcome;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.obligation.ObligationState.Open;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one input makes of an obligation. A value; storing and sending it is someone else's work.
 *
 * @param obligation as it is afterwards
 * @param messages what follows, in order
 * @param alarm whether a person is to be paged now and not when it is due
 * @param more what is owed beside it from now on; a person is paged for it at once
 */
public record ObligationTurn(Obligation obligation, List<Record> messages, boolean alarm, List<Obligation> more) {

    public ObligationTurn {
        messages = List.copyOf(messages);
        more = List.copyOf(more);
    }

    /** Nothing happened. */
    public static ObligationTurn of(Obligation obligation) {
        return new ObligationTurn(obligation, List.of(), false, List.of());
    }

    /** Something else is done about it. */
    public static ObligationTurn effort(Obligation obligation, Open open, Effort next) {
        return of(obligation.in(open.with(next)));
    }

    public static ObligationTurn keep(Obligation obligation, Open open, String proof, @Nullable Act act) {
        return of(obligation.in(open.keep(proof, act))).say(closed(obligation, Outcome.KEPT, proof, act));
    }

    static ObligationTurn waive(Obligation obligation, Open open, Act act) {
        return of(obligation.in(open.waive(act))).say(closed(obligation, Outcome.WAIVED, act.why(), act));
    }

    static ObligationTurn overtake(Obligation obligation, Open open, String why) {
        return of(obligation.in(open.overtake(why))).say(closed(obligation, Outcome.OVERTAKEN, why, null));
    }

    public ObligationTurn say(Record message) {
        List<Record> next = new ArrayList<>(messages);
        next.add(message);
        return new ObligationTurn(obligation, next, alarm, more);
    }

    public ObligationTurn raiseAlarm() {
        return new ObligationTurn(obligation, messages, true, more);
    }

    /** The same, and then what that made of it. */
    ObligationTurn then(ObligationTurn later) {
        List<Record> all = new ArrayList<>(messages);
        all.addAll(later.messages);
        List<Obligation> owed = new ArrayList<>(more);
        owed.addAll(later.more);
        return new ObligationTurn(later.obligation, all, alarm || later.alarm, owed);
    }

    public ObligationTurn owe(Obligation another) {
        List<Obligation> next = new ArrayList<>(more);
        next.add(another);
        return new ObligationTurn(obligation, messages, alarm, next).say(another.opened());
    }

    private static ObligationClosed closed(Obligation obligation, Outcome outcome, String proof, @Nullable Act act) {
        ExecutionRef ref = obligation.ref();
        return new ObligationClosed(ref.incidentId(), ref.application(), obligation.id(), outcome, proof, act);
    }
}
