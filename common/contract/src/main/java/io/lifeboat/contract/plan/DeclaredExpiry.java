package io.lifeboat.contract.plan;

/**
 * A lifecycle rule that may delete. One with this id is covered as long as it deletes no sooner and nowhere else; so a rule
 * that somebody made harsher under its old name is seen.
 *
 * @param id the rule's
 * @param prefix where it may delete; the whole bucket when empty
 * @param days the fewest days an object, or a version that was replaced, is kept
 */
public record DeclaredExpiry(String id, String prefix, int days) {

    public DeclaredExpiry {
        prefix = prefix == null ? "" : prefix;
    }
}
