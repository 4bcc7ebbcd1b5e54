package io.lifeboat.coordinator.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose turn it is among those that lost a region. */
class RegionEventTest {

    private static final WavePolicy TWO_AT_ONCE = policy(2, 20);

    private int running;
    private int forgiven;
    private final List<Member> members = new ArrayList<>();

    @Test
    void shouldGoInWavesOfDependenciesAndThenByPriority() {
        lost("shop", 1, Phase.QUEUED, "identity", "catalog");
        lost("catalog", 5, Phase.QUEUED, "identity");
        lost("mail", 3, Phase.QUEUED);
        lost("identity", 2, Phase.QUEUED);

        assertThat(event().waves())
                .extracting(wave -> wave.stream().map(Member::application).toList())
                .containsExactly(List.of("identity", "mail"), List.of("catalog"), List.of("shop"));
    }

    @Test
    void shouldWaitForWhatItDependsOnThoughThereIsRoom() {
        lost("shop", 1, Phase.QUEUED, "identity", "cdn");
        lost("identity", 9, Phase.RUNNING);

        assertThat(place("shop").waitsFor())
                .contains("identity, which is being recovered")
                .doesNotContain("cdn");
        assertThat(place("shop").wave()).isEqualTo(2);
    }

    @Test
    void shouldPlaceWhoHasJoinedSinceBesideTheOthersAndCountNobodyTwice() {
        lost("identity", 1, Phase.RUNNING);

        RegionEvent joined = event().joinedBy(Member.joining("shop", "i-shop", 1, List.of("identity")));

        assertThat(joined.place("shop", TWO_AT_ONCE).waitsFor()).contains("identity, which is being recovered");
        assertThat(joined.place("shop", TWO_AT_ONCE).wave()).isEqualTo(2);
        assertThat(joined.joinedBy(Member.joining("identity", "i-2", 1, List.of()))
                        .members())
                .isEqualTo(joined.members());
    }

    @ParameterizedTest
    @CsvSource({"RECOVERED, true", "OVER, true", "LEFT_OUT, false", "ASKING, false", "QUEUED, false", "FAILED, false"})
    void shouldGoOnceWhatItDependsOnIsServedOrNoLongerConcerned(Phase phase, boolean goes) {
        lost("shop", 1, Phase.QUEUED, "identity");
        lost("identity", 1, phase);

        assertThat(place("shop").waitsFor() == null).isEqualTo(goes);
    }

    @Test
    void shouldOpenNoMoreAtOnceThanMayBe() {
        lost("shop", 1, Phase.QUEUED);
        running = 2;

        assertThat(place("shop").waitsFor()).contains("as many as may be at once");
    }

    @Test
    void shouldLetTheMoreUrgentGoFirstWithinTheLimit() {
        lost("a", 3, Phase.QUEUED);
        lost("b", 1, Phase.QUEUED);
        lost("c", 2, Phase.QUEUED);
        lost("d", 1, Phase.ASKING);

        assertThat(goers()).containsExactly("b", "c");
        running = 1;
        assertThat(goers()).containsExactly("b");
    }

    @Test
    void shouldNotKeepRoomForWhoeverWaitsForSomebodyElse() {
        lost("first", 1, Phase.QUEUED, "slow");
        lost("slow", 1, Phase.RUNNING);
        lost("later", 9, Phase.QUEUED);
        running = 1;

        assertThat(goers()).containsExactly("later");
    }

    @Test
    void shouldBeginNoMoreWhenTooManyOfAWaveFailUntilAPersonSaysGoOn() {
        IntStream.range(0, 10).forEach(i -> lost("app-" + i, 1, i < 2 ? Phase.FAILED : Phase.QUEUED));
        lost("next", 1, Phase.QUEUED, "app-0");

        assertThat(place("app-5").stopped()).isNull();
        members.set(2, member("app-2", 1, Phase.FAILED));
        assertThat(place("app-5").stopped()).contains("3 of 10 applications of wave 1 failed");
        assertThat(place("next").stopped()).isNotNull();
        forgiven = 3;
        assertThat(place("app-5").stopped()).isNull();
        members.set(3, member("app-3", 1, Phase.FAILED));
        assertThat(place("app-5").stopped()).isNotNull();
    }

    @Test
    void shouldNotStopAnEarlierWaveForFailuresOfALaterOne() {
        lost("first", 1, Phase.QUEUED);
        lost("done", 1, Phase.RECOVERED);
        lost("next", 1, Phase.FAILED, "done");

        assertThat(place("first").stopped()).isNull();
    }

    @Test
    void shouldEndInSomeOrderThoughPlansWaitForEachOther() {
        lost("a", 1, Phase.QUEUED, "b");
        lost("b", 1, Phase.QUEUED, "a");

        assertThat(event().waves().stream().flatMap(List::stream)).hasSize(2);
        assertThat(place("a").waitsFor()).contains("b");
    }

    @Test
    void shouldLeaveAloneWhoeverIsNoMember() {
        lost("shop", 1, Phase.QUEUED);

        assertThat(event().place("other", TWO_AT_ONCE)).isEqualTo(Place.ALONE);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "suspected, -, -, -, false, LEFT_OUT",
                "confirmed, hold, -, -, false, LEFT_OUT",
                "confirmed, veto, -, -, false, LEFT_OUT",
                "confirmed, proceed, -, -, false, QUEUED",
                "awaiting-approval, await-approval, -, -, false, ASKING",
                "held, proceed, -, -, false, LEFT_OUT",
                "recovering, proceed, -, running, false, RUNNING",
                "recovering, proceed, -, aborting, false, RUNNING",
                "recovering, proceed, -, paused, true, FAILED",
                "recovering, proceed, -, paused, false, RUNNING",
                "confirmed, proceed, -, aborted, false, QUEUED",
                "awaiting-approval, await-approval, -, aborted, false, ASKING",
                "recovering, proceed, -, completed, false, RECOVERED",
                "held, proceed, -, aborted, false, FAILED",
                "closed, proceed, recovered, completed, false, RECOVERED",
                "closed, hold, cleared, -, false, OVER",
                "closed, proceed, dismissed, aborted, false, OVER"
            })
    void shouldTellHowFarAnApplicationHasCome(
            String state, String says, String outcome, String execution, boolean failing, Phase phase) {
        assertThat(RegionEvents.phase(state, says, outcome, execution, failing)).isEqualTo(phase);
    }

    private void lost(String application, int priority, Phase phase, String... dependsOn) {
        members.add(member(application, priority, phase, dependsOn));
    }

    private static Member member(String application, int priority, Phase phase, String... dependsOn) {
        return new Member(application, "inc-" + application, priority, List.of(dependsOn), phase, null, null);
    }

    private RegionEvent event() {
        return new RegionEvent("event", "eu-west-1", Instant.EPOCH, null, forgiven, running, members);
    }

    private Place place(String application) {
        return event().place(application, TWO_AT_ONCE);
    }

    private List<String> goers() {
        return members.stream()
                .filter(member -> member.phase() == Phase.QUEUED)
                .map(Member::application)
                .filter(application -> place(application).waitsFor() == null)
                .sorted()
                .toList();
    }

    private static WavePolicy policy(int parallel, int failures) {
        return new WavePolicy() {
            @Override
            public int parallel() {
                return parallel;
            }

            @Override
            public int failures() {
                return failures;
            }
        };
    }
}
