package io.lifeboat.executor.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lifeboat.chassis.memory.Recollection;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.executor.epoch.Slot;
import io.lifeboat.executor.run.RunState.Ended;
import io.lifeboat.executor.run.RunState.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row of a step run; nothing outside the repository and the journal sees it. */
@Entity
@Table(name = "step_run")
class StepRunRow {

    @Id
    @Column(name = "command_id")
    String commandId;

    String application;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    Slot slot;

    long epoch;

    @Column(name = "execution_id")
    String executionId;

    @Column(name = "step_id")
    String stepId;

    int attempt;
    String action;
    String command;
    String state;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    @Nullable
    Outcome outcome;

    @Column(name = "accepted_at")
    Instant acceptedAt;

    @Column(name = "not_after")
    Instant notAfter;

    @Column(name = "budget_end")
    Instant budgetEnd;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "lease_holder")
    @Nullable
    String leaseHolder;

    @Column(name = "lease_until")
    @Nullable
    Instant leaseUntil;

    /** The number of the recollection it was accepted under. */
    long memory;

    @Version
    int version;

    /** For Hibernate. */
    StepRunRow() {}

    StepRunRow(RunStep command, Recollection accepted, Instant notAfter, Instant budgetEnd) {
        this.memory = accepted.number();
        this.commandId = command.commandId();
        this.application = command.application();
        this.slot = Slot.of(command.mode());
        this.epoch = command.epoch();
        this.executionId = command.executionId();
        this.stepId = command.stepId();
        this.attempt = command.attempt();
        this.action = command.action();
        this.command = write(command);
        this.acceptedAt = accepted.now();
        this.notAfter = notAfter;
        this.budgetEnd = budgetEnd;
        become(new RunState.Accepted(), acceptedAt);
    }

    final void become(RunState next, Instant now) {
        state = write(next);
        if (next instanceof Ended ended) {
            outcome = ended.outcome();
            endedAt = now;
            leaseHolder = null;
            leaseUntil = null;
        }
    }

    /**
     * Goes on where the former attempt of the step stands, once whoever carries that one has lost its lease: what it sent is
     * looked for and not sent again as if it never had been.
     */
    void carryOn(StepRunRow former, Instant now) {
        state = former.state;
        waitUntil(former.leaseUntil);
        former.become(new Ended(Outcome.CARRIED_ON, "carried on as attempt " + attempt, null), now);
    }

    /**
     * Begins where the former attempt of the step had come when it ended well: what it sent is looked for, and found. What an
     * attempt since then has sent, and this one carries on, is newer and stays.
     */
    void inherit(StepRunRow former) {
        if (read().state() instanceof RunState.Accepted
                && former.read().state() instanceof Ended ended
                && ended.from() != null) {
            become(ended.from(), acceptedAt);
        }
    }

    /** Lets nobody claim this run before that time; null changes nothing. */
    void waitUntil(@Nullable Instant time) {
        if (time != null && (leaseUntil == null || leaseUntil.isBefore(time))) {
            leaseUntil = time;
        }
    }

    /**
     * Until when a change of this run may be under way or not yet to be seen, if it sends no more; null when it sent none. Its
     * lease matters only while a call may be under way: a run that merely waits for its moment, as those of obligations do
     * for days, must not hold up the next disaster.
     */
    @Nullable
    Instant settledAt(Duration settle) {
        RunState state = read().state();
        Intent intent = RunState.latestIntent(state);
        if (intent == null) {
            return null;
        }
        Instant seen = intent.at().plus(settle);
        boolean leased = state instanceof RunState.Intended && leaseUntil != null && leaseUntil.isAfter(seen);
        return leased ? leaseUntil : seen;
    }

    void lease(String holder, Instant now, Duration lasting) {
        leaseHolder = holder;
        leaseUntil = now.plus(lasting);
    }

    boolean leasedBy(String holder, Instant now) {
        return holder.equals(leaseHolder) && leaseUntil != null && leaseUntil.isAfter(now);
    }

    StepRun read() {
        try {
            return new StepRun(
                    Json.mapper().readValue(command, RunStep.class),
                    Json.mapper().readValue(state, RunState.class),
                    acceptedAt,
                    notAfter,
                    budgetEnd,
                    startedAt,
                    endedAt,
                    leaseHolder);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the stored run of command " + commandId + " cannot be read", e);
        }
    }

    private static String write(Record value) {
        try {
            return Json.mapper().writerFor(declared(value)).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write " + value, e);
        }
    }

    private static String write(RunState value) {
        return write((Record) value);
    }

    /** A state is written as the sealed type, so that its name is written with it. */
    private static Class<?> declared(Record value) {
        return value instanceof RunState ? RunState.class : value.getClass();
    }
}
