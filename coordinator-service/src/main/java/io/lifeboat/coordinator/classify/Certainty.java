package io.lifeboat.coordinator.classify;

import io.lifeboat.contract.incident.Confidence;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.SignalState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How sure a class is, by rules that can be counted by hand:
 *
 * <pre>
 *   no quorum agrees                                     -> low, whatever else is known
 *   a quorum agrees                                      -> medium
 *   all who can see it agree, two at least, and the
 *   class's own mark is there                            -> high
 *   something corroborates it                            -> one notch more, once, up to high
 *   each kind of thing that contradicts it               -> one notch less, down to low
 * </pre>
 */
final class Certainty {

    private static final int A_RUMOUR = 1;

    private final DisasterClass disasterClass;
    private final int agree;
    private final int able;
    private final boolean agreed;
    private final Set<String> raised = new LinkedHashSet<>();
    private final Set<String> lowered = new LinkedHashSet<>();
    private Mark mark = new Mark(false, "nothing is known beside");

    /**
     * What must be true of such a disaster beside that all see it.
     *
     * @param there whether it is
     * @param reason what was found, in words
     */
    record Mark(boolean there, String reason) {

        static Mark of(DisasterClass disasterClass, List<Judged> agreeing, boolean peersFine) {
            return switch (disasterClass) {
                case REGION_OUTAGE -> {
                    boolean nothingUp = agreeing.stream().noneMatch(Judged::seesSomeUp);
                    String reason =
                            peersFine ? "nothing of it answers, and other regions do" : "no other region is seen up";
                    yield new Mark(nothingUp && peersFine, nothingUp ? reason : "some of it answers still");
                }
                case SERVICE_FAULT, CONTROL_PLANE_ONLY -> {
                    boolean answers = agreeing.stream().allMatch(judged -> judged.sees(Tier.DATABASE, SignalState.UP));
                    yield new Mark(
                            answers,
                            answers ? "the database answers all of them" : "not all of them see the database up");
                }
                default -> new Mark(peersFine, peersFine ? "other regions are up" : "no other region is seen up");
            };
        }
    }

    /**
     * Counts for one class.
     *
     * @param agree how many vantages find it
     * @param able how many can see it and stand outside
     * @param agreed whether those who find it are a quorum
     */
    Certainty(DisasterClass disasterClass, int agree, int able, boolean agreed) {
        this.disasterClass = disasterClass;
        this.agree = agree;
        this.able = able;
        this.agreed = agreed;
    }

    void mark(Mark found) {
        mark = found;
    }

    /** Something nobody of the vantages saw says the same. */
    void raise(String why) {
        raised.add(why);
    }

    /** Something does not go with it. */
    void lower(String why) {
        lowered.add(why);
    }

    Confidence confidence() {
        if (!agreed || disasterClass == DisasterClass.UNKNOWN) {
            return Confidence.LOW;
        }
        int notches = base().ordinal() + (raised.isEmpty() ? 0 : 1) - lowered.size();
        return Confidence.values()[Math.clamp(notches, 0, Confidence.HIGH.ordinal())];
    }

    String reason() {
        String who = "%d of %d vantages that can see it %s".formatted(agree, able, agreed ? "agree" : "see it");
        if (!agreed) {
            return "no quorum agrees: " + who;
        }
        return String.join("; ", List.of(who, mark.reason()))
                + raised.stream().map(why -> "; more sure, for " + why).reduce("", String::concat)
                + lowered.stream().map(why -> "; less sure, for " + why).reduce("", String::concat);
    }

    private Confidence base() {
        return agree == able && agree > A_RUMOUR && mark.there() ? Confidence.HIGH : Confidence.MEDIUM;
    }
}
