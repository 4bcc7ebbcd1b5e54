package io.lifeboat.sandbox.cloud;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names outside Route 53's zones: load balancers and databases. Whoever owns a thing points its name; the resolvers
 * read it.
 */
public final class Names {

    /**
     * What a name answers.
     *
     * @param timeToLive how long a resolver's client may keep it
     */
    public record Answer(InetAddress address, Duration timeToLive) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    /** From now on the name answers this address. */
    public void point(String name, InetAddress address, Duration timeToLive) {
        answers.put(normal(name), new Answer(address, timeToLive));
    }

    public void forget(String name) {
        answers.remove(normal(name));
    }

    /** Case and a trailing dot do not matter. */
    public Optional<Answer> find(String name) {
        return Optional.ofNullable(answers.get(normal(name)));
    }

    public Map<String, Answer> all() {
        return Map.copyOf(answers);
    }

    private static String normal(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
