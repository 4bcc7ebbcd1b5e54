package io.lifeboat.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.contract.Topic;
import io.lifeboat.contract.envelope.MessageType;
import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.simulator.Worlds;
import io.lifeboat.simulator.broker.Entry;
import io.lifeboat.simulator.engine.World;
import io.lifeboat.simulator.scenario.Decided;
import io.lifeboat.simulator.scenario.Deed;
import io.lifeboat.simulator.scenario.Scenario;
import io.lifeboat.simulator.scenario.ScenarioFolder;
import io.lifeboat.simulator.scenario.Turn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was recorded of a scenario is decided as the scenario was. */
class RecordingTest {

    private static final Path SCENARIOS = Path.of("..", "scenarios");
    private static final Path LOST = SCENARIOS.resolve("region-lost");
    private static final Set<Topic> RECORDED = EnumSet.of(Topic.SIGNALS, Topic.OUTAGE_EVENTS);

    private static final Duration AT_ONCE = Duration.ofMillis(50);

    /** What time alone changes is noticed by a sweep, about each second, whose phase is another in each telling. */
    private static final Duration ONE_SWEEP = Duration.ofMillis(1_200);

    @TempDir
    Path folder;

    /** What a recording can hold: neither what was so before it, nor what pipelines and AWS said, is on the topics it is made of. */
    static List<Path> scenarios() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path each : ReplayMain.scenarios(SCENARIOS)) {
            Scenario scenario = Scenario.read(each);
            if (scenario.before().equals(Scenario.History.NONE)
                    && scenario.deploys().isEmpty()
                    && scenario.health().isEmpty()) {
                found.add(each);
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void shouldDecideOfARecordingAsOfWhatWasRecorded(Path scenario) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Decided told = told(scenario, entries);

        Recording recording = new Recording(
                read(write("recording.jsonl", entries, Lines::own)).messages(),
                Scenario.read(scenario).lasts(),
                Scenario.read(scenario).people());
        PlanRevision plan = ScenarioFolder.inForce(scenario);
        Decided again = Worlds.tell(() -> new Replay(plan, recording).run());

        // What comes at the same instant may be served in another order, which is a matter of milliseconds.
        assertThat(settled(again.turns()))
                .usingElementComparator(RecordingTest::compare)
                .as(again.turns().toString())
                .isEqualTo(settled(told.turns()));
        assertThat(again.deeds())
                .extracting(Deed::what)
                .isEqualTo(told.deeds().stream().map(Deed::what).toList());
        assertThat(again.opened()).isEqualTo(told.opened());
        assertThat(again.openAtTheEnd()).isEqualTo(told.openAtTheEnd());
        assertThat(again.closed()).isEqualTo(told.closed());
        assertThat(again.surprises()).isEqualTo(told.surprises());
    }

    @Test
    void shouldReadEachFormOfALineAlike() throws IOException {
        List<Entry> entries = new ArrayList<>();
        told(LOST, entries);

        List<Recorded> own = read(write("own.jsonl", entries, Lines::own)).messages();

        assertThat(own).hasSize(entries.size());
        for (Function<Entry, String> form : List.<Function<Entry, String>>of(Lines::kcat, Lines::console)) {
            List<Recorded> other = read(write("other.jsonl", entries, form)).messages();
            assertThat(other).usingRecursiveFieldByFieldElementComparator().isEqualTo(own);
        }
    }

    @Test
    void shouldNeedNoHeadersOfSignalsForTheyAreOfOneType() throws IOException {
        List<Entry> entries = new ArrayList<>();
        told(LOST, entries);
        String line = Lines.own(entries.getFirst()).replaceAll("\"headers\":\\{[^}]*},", "");

        Recorded recorded = RecordedLine.read(line, "recording.jsonl:1").orElseThrow();

        assertThat(line).doesNotContain("ce_type");
        assertThat(recorded.message().type()).isEqualTo(MessageType.SIGNALS);
        assertThat(recorded.message().id()).isEqualTo("recording.jsonl:1");
    }

    @Test
    void shouldTellARecordingOfTwoFilesWithAPlanOfItsOwnAndSayWhatWouldHaveBeenDone() throws IOException {
        List<Entry> entries = new ArrayList<>();
        told(LOST, entries);
        write("a-signals.jsonl", of(Topic.SIGNALS, entries), Lines::kcat);
        write("b-outage-events.jsonl", of(Topic.OUTAGE_EVENTS, entries), Lines::console);
        plan(text -> text.replace("automation: automatic", "automation: approve"));

        String said = said(0, folder);

        assertThat(said)
                .contains("messages from 20")
                .contains("await-approval")
                .contains("people would have been asked, 1 of them: Fail shop over from eu-west-1?")
                .doesNotContain("proceed");
    }

    @Test
    void shouldSayWhatWouldHaveBegunAndCompareWithWhatWasExpected() throws IOException {
        List<Entry> entries = new ArrayList<>();
        told(LOST, entries);
        write("recording.jsonl", entries, Lines::own);
        plan(text -> text);
        Files.writeString(folder.resolve(Remarks.FILE), """
                says: The night of the first of January.
                expect: { outcome: proceed, class: region-outage, notBefore: 70s, notAfter: 75s }
                """);

        assertThat(said(0, folder))
                .contains("The night of the first of January.")
                .contains("failover from eu-west-1 to eu-central-1 would have begun: freeze")
                .contains("as expected");

        Files.writeString(folder.resolve(Remarks.FILE), "expect: { outcome: hold, class: region-outage }");
        assertThat(said(1, folder)).contains("NOT AS EXPECTED: outcome: expected hold, was proceed");
    }

    @Test
    void shouldHearWhatPeopleWouldHaveSaid() throws IOException {
        List<Entry> entries = new ArrayList<>();
        told(LOST, entries);
        write("recording.jsonl", entries, Lines::own);
        plan(text -> text.replace("automation: automatic", "automation: approve"));
        Files.writeString(folder.resolve(Remarks.FILE), """
                people: [{ at: 40s, who: on-call, verb: approve }]
                expect: { outcome: proceed, class: region-outage, notBefore: 40s, notAfter: 42s }
                """);

        assertThat(said(0, folder)).contains("as expected");
    }

    @Test
    void shouldNameTheFileAndLineThatIsWrongAndReadTheRest() throws IOException {
        List<Entry> entries = new ArrayList<>();
        told(LOST, entries);
        Path file = write("recording.jsonl", entries, Lines::own);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int good = lines.size();
        lines.add(1, "{\"topic\": \"signals\"");
        lines.add(2, "[]");
        lines.add(3, "{\"topic\": \"signals\", \"key\": \"shop\", \"value\": {}}");
        lines.add(4, Lines.kcat(entries.getFirst()).replace("logappend", "create"));
        lines.add(5, "{\"topic\": \"outage-events\", \"key\": \"shop\", \"timestamp\": 1, \"value\": {}}");
        lines.add(
                6,
                "{\"topic\": \"signals\", \"key\": \"shop\", \"timestamp\": 1, \"value\": {\"vantage\": \"office\"}}");
        lines.add(7, "{\"topic\": \"step-events\"}");
        lines.add(8, "");
        lines.add(9, lines.getFirst().replace("\"key\":\"shop\"", "\"key\":\"books\""));
        Files.write(file, lines);
        plan(text -> text);

        RecordingFiles read = read(file);
        assertThat(read.messages()).hasSize(good);
        assertThat(read.passedOver()).isEqualTo(2);
        assertThat(read.unreadable()).hasSize(6);
        assertThat(said(2, file))
                .contains(file + ":2: is no JSON from column 20 on")
                .contains(file + ":3: is no JSON object")
                .contains(file + ":4: field timestamp: is missing")
                .contains(file + ":5: field timestamp: is the sender's")
                .contains(file + ":6: header ce_type: is missing")
                .contains(file + ":7: field /")
                .contains("2 others passed over")
                .contains("would have begun");
    }

    @Test
    void shouldSayWhoseMessagesARecordingHoldsWhenThePlanIsOfAnother() throws IOException {
        List<Entry> entries = new ArrayList<>();
        told(LOST, entries);
        write("recording.jsonl", entries, Lines::own);
        plan(text -> text.replace("application: shop", "application: books"));

        assertThat(said(2, folder)).contains("holds no message of the plan's application books; it has those of shop");
    }

    @Test
    void shouldSumUpAFolderOfRecordings() throws IOException {
        plan(text -> text);
        for (String name : List.of("region-lost", "bad-deploy-at-home", "nothing-happens", "corruption")) {
            List<Entry> entries = new ArrayList<>();
            told(SCENARIOS.resolve(name), entries);
            Files.createDirectory(folder.resolve(name));
            write(name + "/recording.jsonl", entries, Lines::kcat);
        }

        assertThat(said(0, folder))
                .contains("4 told, the gate would have: proceeded 1, vetoed 1, held 1, opened no incident 1")
                .contains("  region-outage: proceeded 1")
                .contains("  data-corruption: vetoed 1");
    }

    @Test
    void shouldKnowTheTimeOfDayItWasForMaintenanceWindows() throws IOException {
        List<Entry> entries = new ArrayList<>();
        Path purge = SCENARIOS.resolve("purge-in-its-window");
        told(purge, entries);
        Instant first = Instant.ofEpochMilli(entries.getFirst().appendedMillis());
        List<Recorded> late = read(write("recording.jsonl", entries, Lines::own)).messages().stream()
                .map(recorded ->
                        new Recorded(recorded.message(), recorded.appendedAt().plusSeconds(12 * 3600)))
                .toList();
        PlanRevision plan = ScenarioFolder.inForce(purge);

        Recording atNoon = new Recording(late, Scenario.read(purge).lasts(), List.of());
        Decided noon = Worlds.tell(() -> new Replay(plan, atNoon).run());

        assertThat(first).isBetween(World.BEGIN.minusSeconds(90), World.BEGIN.plusSeconds(90));
        assertThat(noon.turns()).extracting(Turn::disasterClass).contains(DisasterClass.MASS_DELETION);
    }

    @Test
    void shouldRefuseAFolderWithNothingToTell() {
        assertThatThrownBy(() -> ReplayMain.scenarios(folder))
                .hasMessageContaining("neither a scenario.yaml nor a recording");
    }

    /** Without what was said between two messages of the same instant. */
    private static List<Turn> settled(List<Turn> turns) {
        return IntStream.range(0, turns.size())
                .filter(i -> i + 1 == turns.size()
                        || turns.get(i + 1).at().minus(turns.get(i).at()).compareTo(AT_ONCE) > 0)
                .mapToObj(turns::get)
                .toList();
    }

    private static int compare(Turn one, Turn other) {
        boolean same = one.outcome() == other.outcome()
                && one.disasterClass() == other.disasterClass()
                && one.decisive()
                        .map(CheckResult::check)
                        .equals(other.decisive().map(CheckResult::check))
                && one.at().minus(other.at()).abs().compareTo(ONE_SWEEP) < 0;
        return same ? 0 : 1;
    }

    private static Decided told(Path scenario, List<Entry> entries) throws IOException {
        Scenario read = Scenario.read(scenario);
        PlanRevision plan = ScenarioFolder.inForce(scenario);
        return Worlds.tell(() -> new Replay(plan, read)
                .onAppend(entry -> {
                    if (RECORDED.contains(entry.message().type().topic())) {
                        entries.add(entry);
                    }
                })
                .run());
    }

    private Path write(String name, List<Entry> entries, Function<Entry, String> form) throws IOException {
        return Files.write(folder.resolve(name), entries.stream().map(form).toList(), StandardCharsets.UTF_8);
    }

    private static List<Entry> of(Topic topic, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.message().type().topic() == topic)
                .toList();
    }

    private static RecordingFiles read(Path file) throws IOException {
        return RecordingFiles.read(List.of(file), "shop");
    }

    private void plan(Function<String, String> change) throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), change.apply(Files.readString(SCENARIOS.resolve("plan.yaml"))));
    }

    private static String said(int status, Path... paths) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] arguments = List.of(paths).stream().map(Path::toString).toArray(String[]::new);
        int ended = ReplayMain.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        String said = out.toString(StandardCharsets.UTF_8);
        assertThat(ended).as(said).isEqualTo(status);
        return said;
    }
}
