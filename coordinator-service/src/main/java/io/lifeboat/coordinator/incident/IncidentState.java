package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.Act;
import org.jspecify.annotations.Nullable;

/**
 * Where an incident stands. A transition is a method that exists only where it is legal.
 *
 * <pre>
 *               confirm            ask                    recover
 *   Suspected ----------> Confirmed ----> AwaitingApproval ------> Recovering ----> Closed
 *       ^    <----------     |  ^   <----    |      |                 |        close
 *       |        doubt       |  | withdraw   |      | hold            | hold
 *       |                    |  |            |      v                 |
 *       |                    |  +------------|---- Held <-------------+
 *       |                    |     approve   |         (superseded: back to Confirmed)
 *       +--- opened          +---------------+---- recover: the gate proceeds from any of the four
 *                                                  close: cleared by itself, or a person closes it
 * </pre>
 */
public sealed interface IncidentState {

    /** The name in the database and over REST. */
    String name();

    /** Before anything is done about it. The gate is asked in these. */
    sealed interface Undecided extends IncidentState {

        /** The gate proceeds. */
        default Recovering recover(String executionId) {
            return new Recovering(executionId);
        }

        /** It is over: all vantages see the application in order, or a person says so. */
        default Closed close(String outcome, @Nullable Act act) {
            return new Closed(outcome, act);
        }
    }

    /** A vantage saw something; no quorum agrees on it. */
    record Suspected() implements Undecided {
        @Override
        public String name() {
            return "suspected";
        }

        /** A quorum of vantages agrees that something is wrong. */
        public Confirmed confirm() {
            return new Confirmed();
        }

        /** A person declared it, and the gate asks people before a quorum agrees. */
        public AwaitingApproval ask() {
            return new AwaitingApproval();
        }
    }

    /** A quorum of vantages agrees; the gate holds, vetoes, or is about to proceed. */
    record Confirmed() implements Undecided {
        @Override
        public String name() {
            return "confirmed";
        }

        /** The quorum broke. */
        public Suspected doubt() {
            return new Suspected();
        }

        /** The gate needs people. */
        public AwaitingApproval ask() {
            return new AwaitingApproval();
        }
    }

    /** The gate waits for people to say yes. */
    record AwaitingApproval() implements Undecided {
        @Override
        public String name() {
            return "awaiting-approval";
        }

        /** The question is moot: something else holds the gate now. */
        public Confirmed withdraw() {
            return new Confirmed();
        }

        /** Somebody said no. */
        public Held hold(Act by) {
            return new Held(by);
        }
    }

    /**
     * A person holds it: they declined, or aborted the execution. Only a person lets it go on.
     *
     * @param by who, and why
     */
    record Held(Act by) implements Undecided {
        @Override
        public String name() {
            return "held";
        }

        /** Somebody says yes after all; whoever did so before must say it again. */
        public Confirmed approve() {
            return new Confirmed();
        }
    }

    /**
     * An execution was opened.
     *
     * @param executionId the execution
     */
    record Recovering(String executionId) implements IncidentState {
        @Override
        public String name() {
            return "recovering";
        }

        /** The execution was aborted; nothing starts again by itself. */
        public Held hold(Act by) {
            return new Held(by);
        }

        /** The execution was superseded; the gate is asked for another. */
        public Confirmed goOn() {
            return new Confirmed();
        }

        /** The execution is complete, and the application is served again. */
        public Closed close(String outcome, @Nullable Act act) {
            return new Closed(outcome, act);
        }
    }

    /**
     * The end.
     *
     * @param outcome {@code recovered}, {@code cleared}, {@code overtaken} by trouble of the active region, or {@code dismissed}
     * @param act who closed it, or null when the machine did
     */
    record Closed(String outcome, @Nullable Act act) implements IncidentState {
        @Override
        public String name() {
            return "closed";
        }
    }
}
