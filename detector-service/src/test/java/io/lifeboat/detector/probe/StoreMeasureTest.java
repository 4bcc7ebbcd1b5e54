package io.lifeboat.detector.probe;

import static io.lifeboat.detector.Looks.second;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.DeclaredExpiry;
import io.lifeboat.contract.plan.MaintenanceWindow;
import io.lifeboat.contract.plan.ObjectCountProbe;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.aws.Access;
import io.lifeboat.detector.aws.ExpiringRule;
import io.lifeboat.detector.aws.ObjectTally;
import io.lifeboat.detector.aws.RecoveryPoint;
import io.lifeboat.detector.aws.SnapshotReader.Snapshots;
import io.lifeboat.detector.probe.DataMeasure.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of AWS' answers, without AWS. */
class StoreMeasureTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant AT_NIGHT = Instant.parse("2026-11-22T02:30:00Z");
    private static final List<MaintenanceWindow> NIGHTLY = List.of(new MaintenanceWindow("02:00", "03:00", null, null));
    private static final Access ACCESS = new Access(Optional.empty(), "eu-west-1");
    private static final Duration WEEK = Duration.ofDays(7);

    @ParameterizedTest
    @CsvSource({
        "Enabled, UP",
        "Updating, UP",
        "Disabled, DOWN",
        "PendingDeletion, DOWN",
        "PendingReplicaDeletion, DOWN",
        "PendingImport, DOWN",
        "Unavailable, DOWN",
        "Creating, UNKNOWN",
        "SomethingNew, UNKNOWN"
    })
    void shouldTakeAKeyThatCannotDecryptForASign(String said, SignalState expected) {
        assertThat(KeyStates.judge(List.of(answered("a-key", said), answered("another", "Enabled")))
                        .state())
                .isEqualTo(expected);
    }

    @Test
    void shouldLetALostKeyCountWhateverOfAnotherIsNotKnown() {
        Asked<String> denied = new Asked<>("another", null, "AWS said AccessDeniedException: no");

        assertThat(KeyStates.judge(List.of(denied, answered("a-key", "Disabled"))))
                .isEqualTo(new Reading(SignalState.DOWN, "key a-key is Disabled"));
        assertThat(KeyStates.judge(List.of(denied, answered("a-key", "Enabled"))))
                .isEqualTo(new Reading(SignalState.UNKNOWN, "key another: AWS said AccessDeniedException: no"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            old-logs | logs/      | 30 | UP
            old-logs | logs/2025/ | 90 | UP
            old-logs | logs/      | 1  | DOWN
            old-logs | logs/      | 0  | DOWN
            old-logs | ''         | 30 | DOWN
            old-logs | orders/    | 30 | DOWN
            tidy     | logs/      | 30 | DOWN
            """)
    void shouldLetARuleDeleteOnlyWhereAndWhenThePlanSays(String id, String prefix, int days, SignalState expected) {
        List<DeclaredExpiry> declared = List.of(new DeclaredExpiry("old-logs", "logs/", 30));

        Reading reading = ExpiryRules.judge(
                List.of(answered("shop-data", List.of(new ExpiringRule(id, prefix, days)))), declared);

        assertThat(reading.state()).as(reading.reason()).isEqualTo(expected);
    }

    @Test
    void shouldNameTheRuleThatNobodyDeclared() {
        Reading reading = ExpiryRules.judge(
                List.of(
                        new Asked<>("shop-logs", null, "no answer in time"),
                        answered("shop-data", List.of(new ExpiringRule("tidy", "", 1)))),
                List.of());

        assertThat(reading.state()).isEqualTo(SignalState.DOWN);
        assertThat(reading.reason()).contains("rule 'tidy' of shop-data deletes everything after 1 d");
        assertThat(ExpiryRules.judge(List.of(new Asked<>("shop-logs", null, "no answer in time")), List.of())
                        .state())
                .isEqualTo(SignalState.UNKNOWN);
    }

    @Test
    void shouldMissObjectsOnlyBeyondThePartThatMayGo() {
        ObjectCount objects = objects(List.of());

        assertThat(state(objects, 50, 1)).isEqualTo(SignalState.UP);
        assertThat(state(objects, 40, 2)).isEqualTo(SignalState.UP);
        assertThat(state(objects, 39, 3)).isEqualTo(SignalState.DOWN);
        assertThat(state(objects, 39, 101)).as("within is over").isEqualTo(SignalState.DOWN);
        assertThat(state(objects, 39, 104)).as("forgotten").isEqualTo(SignalState.UP);
    }

    @Test
    void shouldNotTakeMoreThanIsCountedForWhole() {
        ObjectCount objects = objects(List.of());

        Reading many = objects.judge(new ObjectTally(100, true), second(1), NOON);
        assertThat(many.state()).isEqualTo(SignalState.UNKNOWN);
        assertThat(many.reason()).contains("more than 100 objects").contains("raise atMost");
        assertThat(state(objects, 95, 2)).as("of how many nobody knows").isEqualTo(SignalState.UNKNOWN);
        assertThat(state(objects, 10, 3)).as("whatever there were").isEqualTo(SignalState.DOWN);
    }

    @Test
    void shouldTakeWhatTheMaintenanceLeftOfTheObjectsForWhole() {
        ObjectCount objects = objects(NIGHTLY);
        objects.judge(new ObjectTally(90, false), second(1), AT_NIGHT);
        assertThat(objects.judge(new ObjectTally(10, false), second(2), AT_NIGHT)
                        .state())
                .isEqualTo(SignalState.DOWN);
        assertThat(state(objects, 10, 3)).isEqualTo(SignalState.UP);
    }

    @Test
    void shouldMissARecoveryPointThatIsYoungerThanTheRetention() {
        VanishedPoints backups = backups(List.of());
        assertThat(backups.judge(snapshots(NOON, "a", "b"), NOON).state()).isEqualTo(SignalState.UP);

        Instant later = NOON.plus(Duration.ofHours(1));
        Reading reading = backups.judge(snapshots(later, "a", "c"), later);

        assertThat(reading.state()).isEqualTo(SignalState.DOWN);
        assertThat(reading.reason())
                .contains("1 recovery points of shop are gone")
                .contains(": b");
        assertThat(backups.judge(snapshots(later, "a", "c", "d"), later).state())
                .as("new ones make up for none")
                .isEqualTo(SignalState.DOWN);
        assertThat(backups.judge(snapshots(NOON.plus(WEEK), "c"), NOON).state())
                .as("it would be gone by now anyway")
                .isEqualTo(SignalState.UP);
    }

    @Test
    void shouldNotMissARecoveryPointThatHadItsTime() {
        VanishedPoints backups = backups(List.of());
        backups.judge(snapshots(NOON, "a", "b"), NOON);

        assertThat(backups.judge(snapshots(NOON.plus(WEEK)), NOON).state())
                .as("nothing is missed, and nothing is there")
                .isEqualTo(SignalState.UNKNOWN);
    }

    @Test
    void shouldTakeWhatTheMaintenanceLeftOfTheBackupsForAllThereMustBe() {
        VanishedPoints backups = backups(NIGHTLY);
        backups.judge(snapshots(AT_NIGHT, "a", "b"), AT_NIGHT);

        assertThat(backups.judge(snapshots(AT_NIGHT, "a"), AT_NIGHT).state()).isEqualTo(SignalState.DOWN);
        assertThat(backups.judge(snapshots(AT_NIGHT, "a"), NOON).state()).isEqualTo(SignalState.UP);
        assertThat(backups.judge(snapshots(AT_NIGHT, "c"), NOON).state())
                .as("what goes now is not the maintenance's")
                .isEqualTo(SignalState.DOWN);
    }

    @Test
    void shouldReadAManifestAsSha256sumWritesIt() {
        String sum = "a".repeat(64);

        assertThat(Manifest.lines(sum + "  orders/1.json\n\n" + sum + " *two words.bin\n"))
                .contains(Map.of("orders/1.json", sum, "two words.bin", sum));
        assertThat(Manifest.lines("encrypted")).isEmpty();
        assertThat(Manifest.lines(sum.toUpperCase(Locale.ROOT) + "  x")).isEmpty();
    }

    @Test
    void shouldTakeAnObjectThatReadsOtherwiseForDamage() {
        Map<String, String> sums = Map.of("one", "1", "two", "2");

        assertThat(Manifest.judge(List.of(answered("one", "1"), answered("two", "2")), sums)
                        .state())
                .isEqualTo(SignalState.UP);
        assertThat(Manifest.judge(List.of(answered("one", "1"), answered("two", "3")), sums)
                        .reason())
                .contains("two reads otherwise");
        assertThat(Manifest.judge(List.of(answered("one", ""), new Asked<>("two", null, "no answer in time")), sums))
                .isEqualTo(new Reading(SignalState.DOWN, "one is gone; the manifest says what they were"));
        assertThat(Manifest.judge(List.of(answered("one", "1"), new Asked<>("two", null, "no answer in time")), sums))
                .isEqualTo(new Reading(SignalState.UNKNOWN, "object two: no answer in time"));
    }

    private static <T> Asked<T> answered(String what, T answer) {
        return new Asked<>(what, answer, null);
    }

    /** Never asks: what was read is given. */
    private static ObjectCount objects(List<MaintenanceWindow> maintenance) {
        return new ObjectCount(
                new ObjectCountProbe(
                        Map.of("eu-west-1", "shop-data"), "orders/", 20, Duration.ofSeconds(100), 100, null),
                "shop-data",
                maintenance,
                ACCESS,
                null,
                null);
    }

    private static SignalState state(ObjectCount objects, int count, double at) {
        return objects.judge(new ObjectTally(count, false), second(at), NOON).state();
    }

    private static VanishedPoints backups(List<MaintenanceWindow> maintenance) {
        return new VanishedPoints("shop", WEEK, maintenance, ACCESS, null, () -> NOON);
    }

    /** Each begun an hour before noon, or before the night. */
    private static Snapshots snapshots(Instant asked, String... ids) {
        Instant begun = asked.isBefore(NOON) ? AT_NIGHT : NOON;
        return new Snapshots(
                Arrays.stream(ids)
                        .map(id -> new RecoveryPoint(
                                id,
                                (id.equals("c") && !asked.isBefore(NOON) ? asked : begun).minus(Duration.ofHours(1))))
                        .toList(),
                asked);
    }
}
