package io.lifeboat.chassis.crash;

/**
 * A place between two things of which a crash may leave one done and the other not.
 *
 * <p>Passing one does nothing, and no setting changes that: no packaged service can be told to die. The tests' agent gives
 * {@link #passed} a body of its own when the class is loaded.
 *
 * <pre>
 *   a message   .. handled   BEFORE_COMMIT  committed  AFTER_COMMIT   acknowledged
 *   what it causes           IN_OUTBOX      committed  BEFORE_SEND  sent  AFTER_SEND  row deleted
 *   a step run  BEFORE_INTENT  intent committed  AFTER_INTENT  lease looked at  BEFORE_CALL  call
 *               AFTER_CALL  answer committed
 *               .. the world shows it  BEFORE_RESULT  result committed  AFTER_RESULT
 * </pre>
 */
public enum CrashPoint {
    /** A message was handled, or stored in the ledger; nothing of it is committed. */
    BEFORE_COMMIT,
    /** All that a message caused is committed; the broker does not know yet. */
    AFTER_COMMIT,
    /** A message is in the outbox; neither it nor what it tells of is committed. */
    IN_OUTBOX,
    /** A message waits in the outbox and is about to be sent. */
    BEFORE_SEND,
    /** The broker has the message; its row is still in the outbox. */
    AFTER_SEND,
    /** A change is due; nothing says so yet. */
    BEFORE_INTENT,
    /** The intent to make a change is committed; the call was not sent. */
    AFTER_INTENT,
    /** There is time left in the lease for this call; it was not sent. */
    BEFORE_CALL,
    /** The call was answered; nothing says so yet. */
    AFTER_CALL,
    /** A run has come to its end; its result is not committed. */
    BEFORE_RESULT,
    /** A run's result is committed with the event that tells it. */
    AFTER_RESULT;

    /**
     * Says that this place was reached.
     *
     * @param what whose place it is: a message's type, a step's id, or an AWS call's name
     */
    public void passed(String what) {
        // Nothing, on purpose.
    }
}
