package io.lifeboat.contract;

/**
 * Who did something, and why; every human act carries one.
 *
 * @param who the person
 * @param why the reason they gave
 */
public record Act(String who, String why) {

    public Act {
        if (who == null || who.isBlank()) {
            throw new IllegalArgumentException("who: is missing; say who you are");
        }
        if (why == null || why.isBlank()) {
            throw new IllegalArgumentException("why: is missing; say why you do this");
        }
    }
}
