package io.lifeboat.simulator;

import java.util.Random;

/**
 * What a world is like; drawn from its seed, and said when it fails.
 *
 * @param kind what is tried
 * @param seed of everything
 * @param automatic whether the plan lets the machine act by itself
 * @param accepted whether an old writer out of reach was accepted in advance
 * @param applications how many there are
 * @param outage what happens to the home region
 * @param persons whether somebody answers pages
 * @param deaths whether hosts die
 * @param stops whether hosts are stopped and continued
 * @param disorder how much happens to messages, from 0 to 1
 * @param trouble how much happens to calls, from 0 to 1
 * @param lostCommits how often the answer to a commit is lost
 * @param rehearsal whether somebody rehearses before the region is lost
 * @param steps whose clocks are stepped by minutes or an hour while all of it goes on
 */
public record Options(
        Kind kind,
        long seed,
        boolean automatic,
        boolean accepted,
        int applications,
        Outage outage,
        boolean persons,
        boolean deaths,
        boolean stops,
        double disorder,
        double trouble,
        double lostCommits,
        boolean rehearsal,
        Steps steps) {

    /** What is tried. */
    public enum Kind {
        /** Everything that fails at once. */
        WHOLE,
        /** The home region is lost during one step after the other of a rehearsal by switchover; nothing else fails, and nobody answers. */
        REHEARSED,
        /** T01 and T02: every outage and step event is delivered several times, out of order and late; nothing else fails. */
        MESSAGES
    }

    /** Whose clocks are stepped. */
    public enum Steps {
        /** Nobody's. */
        NONE,
        /** Those of hosts, in either direction: nothing may rest on them. */
        HOSTS,
        /** The broker's, in either direction. */
        BROKER,
        /** The databases', in either direction. */
        DATABASES
    }

    /** What happens to the home region. */
    public enum Outage {
        /** It is lost for good. */
        LOST,
        /** It is lost and comes back while the recovery runs, or after it. */
        RETURNS,
        /** It is away for a few seconds, which is no reason to leave it. */
        BLIP,
        /** A blip first, and lost later. */
        TWICE
    }

    /** The options of a seed. */
    public static Options of(Kind kind, long seed) {
        if (kind == Kind.REHEARSED) {
            return new Options(kind, seed, true, true, 1, Outage.LOST, false, false, false, 0, 0, 0, true, Steps.NONE);
        }
        Random chance = new Random(seed ^ 0x5DEECE66DL);
        boolean whole = kind == Kind.WHOLE;
        return new Options(
                kind,
                seed,
                !whole || chance.nextInt(10) < 8,
                !whole || chance.nextInt(10) < 8,
                whole && chance.nextInt(10) < 2 ? 2 : 1,
                whole ? outage(chance.nextInt(10)) : chance.nextBoolean() ? Outage.LOST : Outage.RETURNS,
                whole && chance.nextInt(10) < 5,
                whole && chance.nextInt(10) < 8,
                whole && chance.nextInt(10) < 6,
                whole ? chance.nextDouble() : 1,
                whole && chance.nextInt(10) < 7 ? chance.nextDouble() : 0,
                whole && chance.nextInt(10) < 3 ? 0.05 : 0,
                whole && chance.nextInt(10) < 4,
                whole ? steps(chance.nextInt(10)) : Steps.NONE);
    }

    private static Steps steps(int dice) {
        return dice < 7 ? Steps.NONE : Steps.values()[dice - 6];
    }

    private static Outage outage(int dice) {
        return dice < 5 ? Outage.LOST : dice < 8 ? Outage.RETURNS : dice < 9 ? Outage.TWICE : Outage.BLIP;
    }
}
