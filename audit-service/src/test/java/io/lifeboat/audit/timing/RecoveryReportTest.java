package io.lifeboat.audit.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.audit.report.ReportMarkdown;
import io.lifeboat.audit.report.ReportView;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.ExecutionCompleted;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.GateEvaluated;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.contract.incident.IncidentClosed;
import io.lifeboat.contract.incident.IncidentOpened;
import io.lifeboat.contract.incident.LossInterval;
import io.lifeboat.contract.incident.LossStated;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.incident.ObligationClosed;
import io.lifeboat.contract.incident.ObligationOpened;
import io.lifeboat.contract.incident.ServingAgain;
import io.lifeboat.contract.plan.Client;
import io.lifeboat.contract.plan.GatePolicy;
import io.lifeboat.contract.plan.HttpsProbe;
import io.lifeboat.contract.plan.Objectives;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Regions;
import io.lifeboat.contract.plan.Strategy;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.plan.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecoveryReportTest {

    private static final Instant OPENED = Instant.parse("2026-11-22T03:00:10Z");
    private static final String ID = "i-1";

    private final List<Told> all = new ArrayList<>();

    @Test
    void shouldReckonEveryClockBackFromTheAgesThatWereStated() {
        opened(Duration.ofSeconds(3), Duration.ofSeconds(2));
        gate(4, Duration.ofSeconds(1));
        execution(9);
        serving(60, "fresh", Duration.ofSeconds(2), Duration.ofSeconds(61));
        tell(70, new IncidentClosed(ID, "shop", "recovered", null));

        Clocks clocks = report().clocks();

        assertThat(clocks)
                .isEqualTo(new Clocks(
                        OPENED.minusSeconds(3),
                        OPENED.minusSeconds(2),
                        OPENED.plusSeconds(4),
                        OPENED.plusSeconds(9),
                        OPENED.plusSeconds(58),
                        OPENED.plusSeconds(70)));
        assertThat(report().segments().detect()).isEqualTo(Duration.ofSeconds(7));
        assertThat(report().segments().decide()).isEqualTo(Duration.ofSeconds(5));
        assertThat(report().segments().execute()).isEqualTo(Duration.ofSeconds(49));
    }

    @Test
    void shouldStateTheRecoveryTimeOfFirstMostAndLastCustomers() {
        opened(Duration.ofSeconds(3), Duration.ofSeconds(2));
        execution(9);
        serving(50, "fresh", Duration.ZERO, Duration.ofSeconds(52));
        serving(51, "fresh", Duration.ZERO, Duration.ofSeconds(53));
        serving(52, "kept", Duration.ZERO, Duration.ofSeconds(55));
        serving(75, "cached", Duration.ZERO, Duration.ofSeconds(78));

        RecoveryTimes times = report().recovery();

        assertThat(times.first()).isEqualTo(Duration.ofSeconds(52));
        assertThat(times.p99()).isEqualTo(Duration.ofSeconds(55));
        assertThat(times.last()).isEqualTo(Duration.ofSeconds(78));
    }

    @Test
    void shouldNotCallTheLastCustomerServedWhileAKindIsNot() {
        opened(Duration.ofSeconds(3), Duration.ofSeconds(2));
        execution(9);
        serving(50, "fresh", Duration.ZERO, Duration.ofSeconds(52));

        RecoveryTimes times = report().recovery();

        assertThat(times.first()).isEqualTo(Duration.ofSeconds(52));
        assertThat(times.p99()).isNull();
        assertThat(times.last()).isNull();
        assertThat(report().verdict()).contains("not every kind");
    }

    @Test
    void shouldCountFromTheFaultWhereAVantageKeptNoCount() {
        opened(Duration.ofSeconds(3), Duration.ofSeconds(2));
        execution(9);
        serving(50, "fresh", Duration.ofSeconds(4), null);

        assertThat(report().recovery().first()).isEqualTo(Duration.ofSeconds(49));
    }

    @Test
    void shouldShowWhatNobodyMeasuredAsUnknownAndNeverAsZero() {
        opened(null, Duration.ofSeconds(2));
        execution(9);
        tell(9, new LossStated(ID, "shop", "e-1", LossStated.Moment.DECISION, null, "no lag was read"));
        serving(50, "fresh", Duration.ZERO, null);

        RecoveryReport report = report();

        assertThat(report.clocks().faultBegan()).isNull();
        assertThat(report.recovery().first()).isNull();
        assertThat(report.loss()).isNull();
        assertThat(ReportView.of(report).rto().firstSeconds()).isNull();
        assertThat(ReportMarkdown.of(report))
                .contains("| fault began | unknown |")
                .contains("| decision | unknown | no lag was read |");
    }

    @Test
    void shouldJudgeAgainstTheObjectives() {
        opened(Duration.ofSeconds(3), Duration.ofSeconds(2));
        execution(9);
        for (String watch : List.of("fresh", "kept", "cached")) {
            serving(50, watch, Duration.ZERO, Duration.ofSeconds(55));
        }
        assertThat(report().verdict()).isEqualTo("RTO met, loss unknown");

        loss(LossStated.Moment.PROMOTION, 8, 14);
        assertThat(report().verdict()).isEqualTo("RTO met, RPO may be missed");

        loss(LossStated.Moment.RECONCILIATION, 5, 9);
        assertThat(report().verdict()).isEqualTo("RTO met, RPO met");

        loss(LossStated.Moment.RECONCILIATION, 11, 15);
        assertThat(report().verdict()).isEqualTo("RTO met, RPO missed");
    }

    @Test
    void shouldKeepAnObligationOpenUntilItIsProvenDone() {
        opened(Duration.ofSeconds(3), Duration.ofSeconds(2));
        tell(80, new ObligationOpened(ID, "shop", "o-1", "copy-snapshot", "copy it", Duration.ofHours(24)));
        assertThat(report().obligations()).singleElement().satisfies(owed -> {
            assertThat(owed.open()).isTrue();
            assertThat(owed.due()).isEqualTo(OPENED.plusSeconds(80).plus(Duration.ofHours(24)));
        });

        tell(90, new ObligationClosed(ID, "shop", "o-1", ObligationClosed.Outcome.KEPT, "snapshot copied", null));

        assertThat(report().obligations()).singleElement().satisfies(owed -> {
            assertThat(owed.open()).isFalse();
            assertThat(owed.end()).isNotNull().returns("snapshot copied", ObligationClosed::proof);
        });
    }

    @Test
    void shouldFollowTheStateOfAnExecution() {
        opened(Duration.ofSeconds(3), Duration.ofSeconds(2));
        execution(9);
        assertThat(report().executions()).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo("running");
            assertThat(run.steps()).extracting(StepTiming::outcome).containsExactly("pending", "pending");
        });

        tell(60, new ExecutionCompleted(ID, "shop", "e-1", List.of()));

        assertThat(report().executions()).singleElement().satisfies(run -> assertThat(run.state())
                .isEqualTo("completed"));
    }

    @Test
    void shouldRefuseToReportOnWhatWasNeverOpened() {
        assertThatThrownBy(this::report).isInstanceOf(IllegalArgumentException.class);
    }

    private RecoveryReport report() {
        return RecoveryReport.of(List.copyOf(all), plan());
    }

    private void tell(long seconds, Record message) {
        all.add(new Told(OPENED.plusSeconds(seconds), message));
    }

    private void opened(@Nullable Duration faultAge, Duration suspectedAge) {
        tell(
                0,
                new IncidentOpened(
                        ID,
                        "shop",
                        1,
                        DisasterClass.UNKNOWN,
                        "eu-west-1",
                        "eu-west-1",
                        faultAge,
                        suspectedAge,
                        List.of("office"),
                        null));
    }

    private void gate(long seconds, @Nullable Duration confirmedAge) {
        tell(
                seconds,
                new GateEvaluated(
                        ID, "shop", 1, DisasterClass.REGION_OUTAGE, GateOutcome.HOLD, List.of(), confirmedAge, null));
    }

    private void execution(long seconds) {
        tell(
                seconds,
                new ExecutionOpened(
                        ID,
                        "shop",
                        "e-1",
                        7,
                        Mode.LIVE,
                        "failover",
                        "eu-west-1",
                        "eu-central-1",
                        1,
                        "hash",
                        List.of("promote", "shift"),
                        List.of()));
    }

    private void serving(long seconds, String watch, Duration age, @Nullable Duration outage) {
        tell(seconds, new ServingAgain(ID, "shop", "e-1", watch, "office", 0, age, outage));
    }

    private void loss(LossStated.Moment moment, long atLeast, long atMost) {
        tell(
                60,
                new LossStated(
                        ID,
                        "shop",
                        "e-1",
                        moment,
                        new LossInterval(Duration.ofSeconds(atLeast), Duration.ofSeconds(atMost)),
                        "heartbeats"));
    }

    private static Plan plan() {
        return new Plan(
                "lifeboat/v1",
                "shop",
                Strategy.PILOT_LIGHT,
                new Objectives(Duration.ofMinutes(2), Duration.ofSeconds(10)),
                1,
                List.of(),
                new Regions("eu-west-1", List.of("eu-central-1")),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(
                        entrance("fresh", new Client(false, null, 0.90)),
                        entrance("kept", new Client(true, null, 0.09)),
                        entrance("cached", new Client(false, Duration.ofSeconds(20), 0.01))),
                new GatePolicy(null, 0, null, null, null, null),
                Map.of(),
                List.of());
    }

    private static Watch entrance(String id, Client client) {
        HttpsProbe https = new HttpsProbe("https://www.shop.example/health", 200, null, null, 0, client);
        return new Watch(
                id, Tier.ENTRANCE, null, Duration.ofSeconds(1), null, null, https, null, null, null, null, null);
    }
}
