package io.lifeboat.coordinator.memory;

import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.signal.Sight;
import io.lifeboat.coordinator.memory.Agreement.Agreed;
import io.lifeboat.coordinator.memory.Agreement.Contradicted;
import io.lifeboat.coordinator.memory.Agreement.NotSeen;
import io.lifeboat.coordinator.signal.Seen;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final Duration AGO = Duration.ofSeconds(20);
    private static final Duration SINCE = AGO.minusSeconds(1);
    private static final int QUORUM = 2;

    private final ApplicationMemory home = remembered(HOME);

    @Test
    void shouldAskNobodyWhileTheMemoryNeverWentBack() {
        assertThat(Agreement.of(ApplicationMemory.WHOLE, Seen.evidence(), QUORUM))
                .isInstanceOf(Agreed.class);
    }

    @Test
    void shouldAgreeOnceTheVantagesSeeTheWriterWhereItIsRemembered() {
        assertThat(of(home, seeing("frankfurt", HOME), seeing("office", HOME))).isInstanceOf(Agreed.class);
        assertThat(of(remembered(HOME, OTHER), seeing("frankfurt", OTHER), seeing("office", OTHER)))
                .isInstanceOf(Agreed.class);
    }

    @Test
    void shouldBelieveNothingThatWasSentBeforeTheRestore() {
        Agreement agreement =
                of(home, seeing("frankfurt", HOME), seeing("office", HOME).since(AGO));

        assertThat(agreement).isInstanceOf(NotSeen.class);
        assertThat(agreement.reason()).contains("not yet: office");
    }

    /** The quorum is there; the third trusts its eyes too and may see something else. */
    @Test
    void shouldWaitForEveryVantageThatIsTrusted() {
        assertThat(of(
                        home,
                        seeing("frankfurt", HOME),
                        seeing("office", HOME),
                        seeing("dublin", HOME).since(AGO)))
                .isInstanceOf(NotSeen.class);
        assertThat(of(
                        home,
                        seeing("frankfurt", HOME),
                        seeing("office", HOME),
                        seeing("dublin", OTHER).sight(Sight.SUSPECT)))
                .isInstanceOf(Agreed.class);
    }

    @Test
    void shouldNotTakeOneVantagesWord() {
        assertThat(of(home, seeing("frankfurt", HOME), Seen.by("office").since(null)))
                .isInstanceOf(NotSeen.class);
    }

    @Test
    void shouldDoubtOnOneVantagesWord() {
        assertThat(of(home, seeing("frankfurt", OTHER), Seen.by("office").since(null)))
                .isInstanceOf(Contradicted.class);
    }

    @Test
    void shouldNotGuessWhereNobodySeesTheWriter() {
        assertThat(of(home, blind("frankfurt"), blind("office")).reason()).contains("nobody sees where the writer is");
        assertThat(of(home, blind("frankfurt"), blind("office"))).isInstanceOf(NotSeen.class);
    }

    @Test
    void shouldLeaveAContradictionToAPerson() {
        Agreement elsewhere = of(home, seeing("frankfurt", OTHER), seeing("office", OTHER));
        Agreement divided = of(remembered(HOME, OTHER), seeing("frankfurt", HOME), seeing("office", OTHER));

        assertThat(elsewhere).isInstanceOf(Contradicted.class);
        assertThat(elsewhere.reason()).contains("in " + HOME, "in " + OTHER);
        assertThat(divided).isInstanceOf(Contradicted.class);
    }

    @Test
    void shouldTakeThePersonsWordFromThenOn() {
        ApplicationMemory told = new ApplicationMemory(2, AGO, List.of(HOME), "dba says so");

        assertThat(of(told, seeing("frankfurt", OTHER), seeing("office", OTHER)))
                .isEqualTo(new Agreed("dba says so"));
    }

    private static Agreement of(ApplicationMemory memory, Seen... seen) {
        return Agreement.of(memory, Seen.evidence(seen), QUORUM);
    }

    private static ApplicationMemory remembered(String... regions) {
        return new ApplicationMemory(2, AGO, List.of(regions), null);
    }

    private static Seen seeing(String vantage, String writer) {
        return Seen.by(vantage)
                .lag(writer, Duration.ofMillis(500), Duration.ofSeconds(1))
                .since(SINCE);
    }

    private static Seen blind(String vantage) {
        return Seen.by(vantage).without("lag").without("orders").since(SINCE);
    }
}
