package io.lifeboat.audit.ledger;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an application's chain holds.
 *
 * @param application the chain
 * @param verified whether every entry is what it was when it was added, and none is missing
 * @param entries how many were looked at
 * @param head the hash of the last good one, in hex
 * @param firstBad the first that is not as it was, or null
 */
public record Verification(
        String application,
        boolean verified,
        long entries,
        String head,
        @Nullable FirstBad firstBad) {

    /**
     * Where a chain breaks.
     *
     * @param sequence the place
     * @param messageId the message found there, or null when none is
     * @param reason what is wrong
     */
    public record FirstBad(long sequence, @Nullable String messageId, String reason) {}

    /** A chain of which nothing was looked at yet. */
    static Verification begin(String application) {
        return new Verification(application, true, 0, hex(Chain.START), null);
    }

    /** Looks at the entries that follow; after a bad one nothing more is looked at. */
    Verification then(List<LedgerEntry> following) {
        Verification so = this;
        for (LedgerEntry entry : following) {
            if (so.firstBad != null) {
                return so;
            }
            so = so.then(entry);
        }
        return so;
    }

    /** Ends at the chain's head: entries cut off at the end leave the rest intact, but not the head. */
    Verification end(long headSequence, byte[] headHash) {
        if (firstBad != null) {
            return this;
        }
        if (headSequence > entries) {
            return bad(entries + 1, null, "the entry is missing: the chain's head is at " + headSequence);
        }
        return headSequence == entries && head.equals(hex(headHash))
                ? this
                : bad(entries, null, "the chain's head is not this entry: the head was changed");
    }

    private Verification then(LedgerEntry entry) {
        if (entry.sequence() != entries + 1) {
            return bad(entries + 1, null, "the entry is missing: the next one found is " + entry.sequence());
        }
        if (!hex(entry.previous()).equals(head)) {
            return bad(entry.sequence(), entry.messageId(), "it does not follow the entry before it");
        }
        if (!Arrays.equals(entry.hash(), Chain.hash(entry))) {
            return bad(entry.sequence(), entry.messageId(), "its contents do not have its hash: it was changed");
        }
        return new Verification(application, true, entries + 1, hex(entry.hash()), null);
    }

    private Verification bad(long sequence, @Nullable String messageId, String reason) {
        return new Verification(application, false, entries, head, new FirstBad(sequence, messageId, reason));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
