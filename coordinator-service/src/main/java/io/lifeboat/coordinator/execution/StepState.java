package io.lifeboat.coordinator.execution;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a step stands.
 *
 * <pre>
 *                      +------------- retried by a person, attempt + 1 ----------------+
 *                      v                                                               |
 *   Pending ----> Commanded ----> Running ----> Succeeded                              |
 *      |           |   ^  |        |   |  `---> Degraded                               |
 *      |           |   |  |        |   |                                               |
 *      |           v   |  |        |   +------> Failed --------------------------------+
 *      |          Retrying |       v   |                                               |
 *      |                   `--> Indeterminate -+ (any end of Running)  ----------------+
 *      |                           |                                                   |
 *      |                           +----------> NeedsPerson ---- done ---> Succeeded --+
 *      |                                            |
 *      +--------------- skip ----------> Skipped <--+ (also from Retrying, Indeterminate, Failed)
 * </pre>
 *
 * Commanded: the command was sent and nobody has accepted it. Running: an executor has it. Indeterminate: nobody can say
 * whether it happened, or it is past its budget while the cloud still reports progress; it is observed, never repeated by
 * the machine. Retrying: it failed in a way that another attempt may cure, and waits for it. NeedsPerson: the executor
 * has ended its run with a question. Failed: observed not to have come about.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StepState.Pending.class, name = "pending"),
    @JsonSubTypes.Type(value = StepState.Commanded.class, name = "commanded"),
    @JsonSubTypes.Type(value = StepState.Running.class, name = "running"),
    @JsonSubTypes.Type(value = StepState.Indeterminate.class, name = "indeterminate"),
    @JsonSubTypes.Type(value = StepState.Retrying.class, name = "retrying"),
    @JsonSubTypes.Type(value = StepState.NeedsPerson.class, name = "needs-person"),
    @JsonSubTypes.Type(value = StepState.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = StepState.Succeeded.class, name = "succeeded"),
    @JsonSubTypes.Type(value = StepState.Degraded.class, name = "degraded"),
    @JsonSubTypes.Type(value = StepState.Skipped.class, name = "skipped")
})
public sealed interface StepState {

    /** The latest attempt; 0 when it was never commanded. */
    int attempt();

    /** The state's name as people read it. */
    default String name() {
        return switch (this) {
            case Pending pending -> "pending";
            case Commanded commanded -> "commanded";
            case Running running -> "running";
            case Indeterminate unclear -> "indeterminate";
            case Retrying retrying -> "retrying";
            case NeedsPerson waiting -> "needs-person";
            case Failed failed -> "failed";
            case Succeeded succeeded -> "succeeded";
            case Degraded degraded -> "degraded";
            case Skipped skipped -> "skipped";
        };
    }

    /** What there is to say about it. */
    String detail();

    /** A state in which an executor has the command, or may have it. */
    sealed interface InFlight extends StepState permits Commanded, Running, Indeterminate {

        /** How many attempts the machine made by itself since a person last asked for one. */
        int repeats();

        default Succeeded succeeded(Effect effect, String detail) {
            return new Succeeded(attempt(), effect, detail);
        }

        default Degraded degraded(String detail) {
            return new Degraded(attempt(), detail);
        }

        default Failed failed(String detail, String remedy) {
            return new Failed(attempt(), detail, remedy);
        }

        default Retrying retryAt(Instant notBefore, String detail) {
            return new Retrying(attempt(), repeats(), notBefore, detail);
        }

        default NeedsPerson asks(String question, String who, Instant until) {
            return new NeedsPerson(attempt(), question, who, until, Effect.ALREADY_SO, false);
        }

        /** A step that is done but for one thing, which a person must accept. */
        default NeedsPerson asksToAccept(Effect effect, String question, Instant until) {
            return new NeedsPerson(attempt(), question, "", until, effect, false);
        }

        default Indeterminate unclear(Instant news, String detail) {
            return new Indeterminate(attempt(), repeats(), news, false, detail);
        }
    }

    /** A state a person may have the last word on. */
    sealed interface Answerable extends StepState permits Pending, Retrying, Indeterminate, NeedsPerson, Failed {

        /** A person wants another attempt; the machine's own repeats are counted anew. */
        default Commanded again(Instant notAfter) {
            return new Commanded(attempt() + 1, 0, notAfter);
        }

        default Skipped skip(Act act) {
            return new Skipped(attempt(), act);
        }

        /** A person says it is so. */
        default Succeeded done(Act act) {
            Effect effect = this instanceof NeedsPerson waiting ? waiting.whenDone() : Effect.ALREADY_SO;
            return new Succeeded(attempt(), effect, "done, says " + act.who() + ": " + act.why());
        }
    }

    /** Waits for the steps it needs. */
    record Pending() implements Answerable {

        @Override
        public int attempt() {
            return 0;
        }

        @Override
        public String detail() {
            return "waits for the steps it needs";
        }

        public Commanded command(Instant notAfter) {
            return new Commanded(1, 0, notAfter);
        }
    }

    /**
     * Sent; nobody has accepted it.
     *
     * @param attempt from 1
     * @param repeats attempts the machine made by itself
     * @param notAfter past this every executor refuses it
     */
    record Commanded(int attempt, int repeats, Instant notAfter) implements InFlight {

        @Override
        public String detail() {
            return "sent, not yet accepted";
        }

        /** The same under a higher number than that. */
        Commanded after(int former) {
            return new Commanded(Math.max(attempt, former + 1), repeats, notAfter);
        }

        public Running accepted(Instant now, Duration budget, String detail) {
            return new Running(attempt, repeats, now.plus(budget), now, detail);
        }
    }

    /**
     * An executor has it.
     *
     * @param attempt from 1
     * @param repeats attempts the machine made by itself
     * @param deadline when its budget ends
     * @param news when an executor last said something about it
     * @param detail what that was
     */
    record Running(int attempt, int repeats, Instant deadline, Instant news, String detail) implements InFlight {

        public Running heard(Instant now, String detail) {
            return new Running(attempt, repeats, deadline, now, detail);
        }
    }

    /**
     * Nobody can say whether it happened.
     *
     * @param attempt from 1
     * @param repeats attempts the machine made by itself
     * @param news when an executor last said something about it
     * @param asked whether a person was asked what to do
     * @param detail what is known
     */
    record Indeterminate(int attempt, int repeats, Instant news, boolean asked, String detail)
            implements InFlight, Answerable {

        public Indeterminate heard(Instant now, String detail) {
            return new Indeterminate(attempt, repeats, now, false, detail);
        }

        public Indeterminate askedNow() {
            return new Indeterminate(attempt, repeats, news, true, detail);
        }

        /** A person wants to wait on: the silence is counted anew. */
        public Indeterminate waitedFor(Instant now) {
            return new Indeterminate(attempt, repeats, now, false, detail);
        }
    }

    /**
     * Failed; another attempt follows.
     *
     * @param attempt the one that failed
     * @param repeats attempts the machine made by itself
     * @param notBefore when the next may be sent
     * @param detail why it failed
     */
    record Retrying(int attempt, int repeats, Instant notBefore, String detail) implements Answerable {

        public Commanded command(Instant notAfter) {
            return new Commanded(attempt + 1, repeats + 1, notAfter);
        }

        public Failed givenUp(String remedy) {
            return new Failed(attempt, detail, remedy);
        }
    }

    /**
     * The executor's run has ended with a question.
     *
     * @param attempt from 1
     * @param question what is asked
     * @param who whom it is for; empty for anyone
     * @param until when the answer is due
     * @param whenDone what it comes to when the answer is done
     * @param overdue whether that has passed and was said
     */
    record NeedsPerson(int attempt, String question, String who, Instant until, Effect whenDone, boolean overdue)
            implements Answerable {

        @Override
        public String detail() {
            return question;
        }

        public NeedsPerson late() {
            return new NeedsPerson(attempt, question, who, until, whenDone, true);
        }
    }

    /**
     * Observed not to have come about.
     *
     * @param attempt from 1
     * @param detail what happened
     * @param remedy what a person can do
     */
    record Failed(int attempt, String detail, String remedy) implements Answerable {}

    /**
     * What was wanted is so.
     *
     * @param attempt from 1, or 0 when a person did it without a command
     * @param effect whether the run changed anything
     * @param detail in words
     */
    record Succeeded(int attempt, Effect effect, String detail) implements StepState {}

    /**
     * The least that serves came about, not the whole.
     *
     * @param attempt from 1
     * @param detail in words
     */
    record Degraded(int attempt, String detail) implements StepState {}

    /**
     * A person let the execution go on without it.
     *
     * @param attempt the latest; 0 when it was never commanded
     * @param act who and why
     */
    record Skipped(int attempt, Act act) implements StepState {

        @Override
        public String detail() {
            return "skipped by " + act.who() + ": " + act.why();
        }
    }
}
