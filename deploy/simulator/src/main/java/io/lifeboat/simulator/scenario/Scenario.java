package io.lifeboat.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.lifeboat.contract.incident.Confidence;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.contract.signal.SignalState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A disaster, or what looks like one, written down: who sees what from when on, what people say, and what is to be decided.
 * Everything is up until it is said not to be. The world begins at midnight UTC.
 *
 * @param says what happens, in a sentence
 * @param lasts how long it is watched
 * @param live how long it is watched where it is told in real time to a running coordinator; null where that is not done
 * @param before what was so before
 * @param seen what changes in what vantages see, in order
 * @param people what people say, in order
 * @param deploys what pipelines tell of
 * @param health what AWS says of its own health
 * @param expect what is to be decided
 */
public record Scenario(
        String says,
        Duration lasts,
        @Nullable Duration live,
        History before,
        List<Change> seen,
        List<Word> people,
        List<Deployed> deploys,
        List<Announced> health,
        Expected expect) {

    /** The file in a scenario's folder. */
    public static final String FILE = "scenario.yaml";

    /** Reads scenarios, and what is written in their words. */
    public static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .registerModule(new SimpleModule().addDeserializer(Duration.class, new Durations()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public Scenario {
        before = before == null ? History.NONE : before;
        seen = seen == null ? List.of() : List.copyOf(seen);
        people = people == null ? List.of() : List.copyOf(people);
        deploys = deploys == null ? List.of() : List.copyOf(deploys);
        health = health == null ? List.of() : List.copyOf(health);
    }

    /**
     * What was so before it began.
     *
     * @param neverRehearsed whether nobody has rehearsed the plan
     * @param stopped whether people have stopped all automation
     * @param movedAgo how long ago an execution of the application ended, or null when it was never moved
     * @param acknowledged whether a person has looked at that execution
     * @param others how many other applications the machine moved just now
     * @param mayMove how many it may move; one unless said otherwise
     */
    public record History(
            boolean neverRehearsed,
            boolean stopped,
            @Nullable Duration movedAgo,
            boolean acknowledged,
            int others,
            int mayMove) {

        /** Nothing was. */
        public static final History NONE = new History(false, false, null, false, 0, 1);

        public History {
            mayMove = mayMove == 0 ? 1 : mayMove;
        }
    }

    /**
     * What a pipeline tells of.
     *
     * @param at when
     * @param what what it deployed
     * @param version which version
     * @param regions where to
     */
    public record Deployed(Duration at, String what, String version, List<String> regions) {}

    /**
     * What AWS says.
     *
     * @param at when
     * @param region of which region
     * @param service of which service
     * @param status open or closed
     */
    public record Announced(Duration at, String region, String service, String status) {}

    /**
     * A change in what vantages see.
     *
     * @param at when
     * @param by which vantages; all of them when empty
     * @param is the new state by watch, or by {@code watch@region} where it is looked at in each
     * @param sight what they think of their own eyes, or null for no change
     * @param silent whether they say nothing from now on, or null for no change
     * @param lag how far replication is behind from now on, or null for no change
     * @param lagFrozen whether its sample grows old from now on, or null for no change
     * @param clockWrongBy how wrong the vantage's clock is from now on, or null for no change
     */
    public record Change(
            Duration at,
            List<String> by,
            Map<String, SignalState> is,
            @Nullable Sight sight,
            @Nullable Boolean silent,
            @Nullable Duration lag,
            @Nullable Boolean lagFrozen,
            @Nullable Duration clockWrongBy) {

        public Change {
            by = by == null ? List.of() : List.copyOf(by);
            is = is == null ? Map.of() : Map.copyOf(is);
        }
    }

    /**
     * What a person says to the open incident.
     *
     * @param at when
     * @param who the person
     * @param verb what they say
     * @param disasterClass the class they name, for declare and reclassify
     * @param refused whether they are to be refused
     */
    public record Word(
            Duration at,
            String who,
            Verb verb,
            @JsonProperty("class") @Nullable DisasterClass disasterClass,
            boolean refused) {}

    /** What a person may say. */
    public enum Verb {
        @JsonProperty("approve")
        APPROVE,
        @JsonProperty("decline")
        DECLINE,
        @JsonProperty("declare")
        DECLARE,
        @JsonProperty("close")
        CLOSE,
        @JsonProperty("command")
        COMMAND,
        @JsonProperty("reclassify")
        RECLASSIFY
    }

    /**
     * What is to be decided.
     *
     * @param outcome what the gate says at the end; null when no incident is to be open at the end
     * @param disasterClass what it is taken for last, once more is known than that something is wrong; null where no incident
     *     is to be opened
     * @param check which check decides, where the gate does not proceed
     * @param notBefore when it proceeds at the earliest
     * @param notAfter when it proceeds at the latest
     * @param says what a check says in some turn, by its name
     * @param confidence how sure it is in the last turn in which it was taken for the class
     * @param evidenceFor what speaks for the class then
     * @param evidenceAgainst what speaks against it then
     */
    public record Expected(
            @Nullable GateOutcome outcome,
            @JsonProperty("class") @Nullable DisasterClass disasterClass,
            @Nullable String check,
            @Nullable Duration notBefore,
            @Nullable Duration notAfter,
            Map<String, String> says,
            @Nullable Confidence confidence,
            List<String> evidenceFor,
            List<String> evidenceAgainst) {

        /** Nothing is expected. */
        public static final Expected NOTHING =
                new Expected(null, null, null, null, null, Map.of(), null, List.of(), List.of());

        public Expected {
            says = says == null ? Map.of() : Map.copyOf(says);
            evidenceFor = evidenceFor == null ? List.of() : List.copyOf(evidenceFor);
            evidenceAgainst = evidenceAgainst == null ? List.of() : List.copyOf(evidenceAgainst);
        }

        /** The same, however long a loaded machine takes for it: too early is still wrong, late is not. */
        public Expected whenever() {
            return new Expected(
                    outcome, disasterClass, check, notBefore, null, says, confidence, evidenceFor, evidenceAgainst);
        }
    }

    /**
     * Reads the scenario in a folder.
     *
     * @throws IOException when it cannot be read, or is marked live and cannot be
     */
    public static Scenario read(Path folder) throws IOException {
        Scenario scenario = YAML.readValue(Files.readString(folder.resolve(FILE)), Scenario.class);
        List<String> problems = LiveRule.problems(scenario);
        if (!problems.isEmpty()) {
            throw new IOException("field live: " + String.join("; ", problems));
        }
        return scenario;
    }
}
