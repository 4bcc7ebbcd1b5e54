package io.lifeboat.coordinator.card;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the reader, and how to answer.
 *
 * @param says what is asked, in words
 * @param answers what can be said; empty when it is over
 */
public record Asked(String says, List<Answer> answers) {

    public Asked {
        answers = List.copyOf(answers);
    }

    /**
     * One thing that can be said.
     *
     * @param means what it comes to
     * @param method the HTTP method
     * @param path of this service
     * @param body JSON, with {@code YOU} and {@code WHY} to be filled in; null for a look
     */
    public record Answer(
            String means,
            String method,
            String path,
            @Nullable String body) {

        private static final String WHO_AND_WHY = "{\"who\":\"YOU\",\"why\":\"WHY\"}";

        static Answer say(String means, String path) {
            return new Answer(means, "POST", path, WHO_AND_WHY);
        }

        static Answer say(String means, String path, String fields) {
            return new Answer(means, "POST", path, "{" + fields + "," + WHO_AND_WHY.substring(1));
        }

        static Answer look(String means, String path) {
            return new Answer(means, "GET", path, null);
        }
    }
}
