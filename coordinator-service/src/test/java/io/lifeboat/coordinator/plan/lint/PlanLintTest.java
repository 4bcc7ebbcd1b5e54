package io.lifeboat.coordinator.plan.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanProblem;
import io.lifeboat.contract.plan.PlanProblem.Severity;
import io.lifeboat.contract.plan.PlanReading;
import io.lifeboat.coordinator.plan.ShopYaml;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanLintTest {

    private static final Act COMMANDER = new Act("incident-commander-a", "the first plan");
    private static final Act OWNER = new Act("data-owner-b", "I accept the bound");

    @Test
    void shouldFindNoErrorInTheShopsPlan() {
        List<PlanProblem> problems = lint(ShopYaml.text());

        assertThat(problems)
                .extracting(PlanProblem::severity, PlanProblem::field)
                .containsExactly(tuple(Severity.WARNING, "/gate/minimumOutageAge"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    quorum: 2 | quorum: 3 | /gate/quorum | 2 stand outside eu-west-1
                    quorum: 2 | quorum: 1 | /gate/quorum | act on a rumour
                    - { id: office } # in no region of the plan | - { id: office, region: eu-central-1 } | /gate/automation | different failure domains
                    - { id: office } # in no region of the plan | - { id: office, region: eu-central-1 } | /vantages | stands in no region
                    - { id: office } # in no region of the plan | - { id: office, region: eu-west-1 } | /gate/quorum | 1 stand outside eu-west-1
                    - { id: office } # in no region of the plan | - { id: frankfurt } | /vantages/1/id | two vantages 'frankfurt'
                    other: [eu-central-1] | other: [eu-west-1, eu-central-1] | /regions/other/0 | the home region too
                    other: [eu-central-1] | other: [eu-central-1, eu-west-3] | /datasources/orders/regional | says nothing for eu-west-3
                    other: [eu-central-1] | other: [eu-central-1, eu-west-3] | /procedures/failover/2/with/cluster | says nothing for eu-west-3
                    regional: { eu-west-1: db.eu-west-1 | regional: { eu-west-2: db.eu-west-1 | /datasources/orders/regional/eu-west-2 | is no region of the plan
                    arn:aws:rds:eu-central-1 | arn:aws:rds:eu-west-1 | /procedures/failover/2/with/cluster/eu-central-1 | is in eu-west-1 and stands for eu-central-1
                    arn:aws:rds:eu-central-1:111111111111 | arn:aws:rds:eu-central-1:222222222222 | /procedures/failover/2/with/cluster/eu-central-1 | belongs to account 222222222222
                    iam::111111111111:role/lifeboat-act | iam::222222222222:role/lifeboat-act | /targets/app/roles/act | is a role of account 222222222222
                    , act: "arn:aws:iam::111111111111:role/lifeboat-act" | '' | /targets/app/roles | has no role 'act'
                    within: 20m | within: 20m\\n      target: dns | /procedures/failover/3/target | there is no target 'dns'
                    id: database, tier | id: orders, tier | /watches/2/id | two watches 'orders'
                    every: 5s, dns | every: 5s, timeout: 6s, dns | /watches/5/timeout | may take PT6S
                    every: 5s, dns | every: 100ms, dns | /watches/5/every | more often
                    every: 5s, dns | every: 14s, dns | /watches/5/every | too seldom
                    every: 5s, dns | every: 5s, window: { of: 2, down: 3 }, dns | /watches/5/window/down | 3 failures among 2
                    "https://api.{region}.shop | "https://api.shop | /watches/0 | the same thing in all of them
                    tier: database, in: each | tier: database, in: global | /watches/1 | looks in none in particular
                    in: active | in: global | /watches/2/in | writes where the writer is
                    sql-write: { datasource: orders } | sql-write: { datasource: others } | /watches/2/sql-write/datasource | no datasource 'others'
                    service: api } } | service: other } } | /procedures/failover/3/with/match | no watch samples the service api
                    tier: capacity | tier: compute | /watches/4/tier | no evidence of an outage
                    - { id: dns, tier: dns | - { id: api-rds, tier: control-plane, in: each, every: 10s, aws-api: { service: rds, target: dns } }\\n  - { id: dns, tier: dns | /watches/5/aws-api/target | there is no target 'dns'
                    - { id: dns, tier: dns | - { id: api-rds, tier: control-plane, in: global, every: 10s, aws-api: { service: rds } }\\n  - { id: dns, tier: dns | /watches/5/in | asked in a region
                    - { id: dns, tier: dns | - { id: api-rds, tier: compute, in: each, every: 10s, aws-api: { service: rds } }\\n  - { id: dns, tier: dns | /watches/5/tier | customers meet no API
                    in: active, every: 5s | in: global, every: 5s | /watches/4/in | where the application serves
                    invariant: { datasource: orders | invariant: { datasource: others | /watches/11 | no datasource 'others'
                    SELECT count(*) = 0 FROM | DELETE FROM | /watches/11/invariant/query | does not look
                    Europe/Berlin | Europe/Atlantis | /watches/9/maintenance/0/zone | no time zone 'Europe/Atlantis'
                    to: "03:00" | to: "02:00" | /watches/9/maintenance/0/to | when it begins
                    dns: { name: "www.shop.example", type: A } | dns: { name: "www.shop.example", type: A }, maintenance: [{ from: "02:00", to: "03:00" }] | /watches/5/maintenance | does not look at the data
                    share: 0.90 | share: 1.0 | /watches | add up to 1.1
                    share: 0.90 | share: 0.5 | /watches | stand for 60 %
                    needs: [roll] | needs: [rol] | /procedures/failover/5/needs/0 | no step 'rol'
                    needs: [freeze] | needs: [shift] | /procedures/failover/1/needs | waits for itself
                    id: roll | id: scale | /procedures/failover/4/id | two steps 'scale'
                    needs: [fence]\\n      within: 15m | needs: [freeze]\\n      within: 15m | /procedures/failover/2/needs | before the old writer is fenced
                    needs: [promote, scale] | needs: [promote] | /procedures/failover/6/needs | before the capacity is there
                    needs: [promote, scale] | needs: [scale] | /procedures/failover/6/needs | before the data is there
                    needs: [smoke] | needs: [roll] | /procedures/failover/6/needs | a side nobody tried
                    action: aurora.failover | action: aurora.switchover | /procedures/failover/2/action | needs the region that fails
                    api.{to}.shop | api.{region}.shop | /procedures/failover/5/with/url | nothing replaces {region}
                    writer.probe, with: { datasource: orders } | writer.probe, with: { datasource: other } | /procedures/failover/7/with/datasource | no datasource 'other'
                    within: 2m } | within: 0s } | /procedures/failover/7/within | leaves no time
                    region: "eu-north-1" | region: "eu-central-1" | /procedures/failover/6/with/witness/region | would drift
                    other: [eu-central-1] | other: [eu-central-1, eu-west-3] | /procedures/failover/6/action | two failover records
                    needs: [shift]\\n      within: 30s | needs: [smoke]\\n      within: 30s | /procedures/failover/9/with | no switch before it
                    - { id: dublin, region: eu-west-1 } | - { id: dublin, region: eu-central-1 } | /vantages | once eu-central-1 is active
                    covered: promote | covered: promotion | /assets/0/covered | no step 'promotion'
                    minimumOutageAge: 5s | minimumOutageAge: 2m | /gate/minimumOutageAge | longer than the RTO
                    loss: 1m | loss: 5s | /gate/accept/loss | no more than the RPO
                    """)
    void shouldNameWhatIsUnwise(String passage, String mistake, String field, String said) {
        List<PlanProblem> problems = lint(ShopYaml.with(lines(passage), mistake == null ? "" : lines(mistake)));

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.message()).contains(said);
            assertThat(problem.remedy()).isNotBlank();
            assertThat(problem.line()).isNotNull();
        });
    }

    @Test
    void shouldKeepRoute53sControlPlaneForTheLastResort() {
        String yaml =
                ShopYaml.with(ShopYaml.with("action: traffic.switch", "action: route53.shift"), """
                by: witness
                        bucket: { eu-west-1: "shop-switch-home", eu-central-1: "shop-switch-other" }
                        witness: { region: "eu-north-1", bucket: "shop-switch-witness" }
                        key: "served-from"
                """, "zoneId: Z1\n");

        assertThat(lint(yaml)).anySatisfy(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.field()).isEqualTo("/procedures/failover/6/action");
            assertThat(problem.message()).contains("us-east-1");
        });
    }

    @Test
    void shouldTakeWhatIsAcceptedInAdvanceFromTheTwoWhoAccept() {
        assertThat(errors(List.of(COMMANDER, OWNER))).isEmpty();
        assertThat(errors(List.of(OWNER, COMMANDER))).isEmpty();
        assertThat(errors(List.of())).isEmpty(); // only looked at
    }

    @Test
    void shouldRefuseWhatIsAcceptedByOthersThanThoseWhoSubmit() {
        assertThat(errors(List.of(COMMANDER))).extracting(PlanProblem::field).containsExactly("/gate/accept/by");
        assertThat(errors(List.of(COMMANDER, new Act("somebody-c", "why not"))))
                .extracting(PlanProblem::field)
                .containsExactly("/gate/accept/by");
    }

    @Test
    void shouldNotTakeOnePersonForTwo() {
        String yaml = ShopYaml.with("data-owner-b]", "\"Incident-Commander-A \"]");
        PlanReading.Readable read = ShopYaml.read(yaml);
        Act again = new Act("Incident-Commander-A ", "twice");

        List<PlanProblem> problems =
                PlanLint.lint(new Candidate(read.plan(), read.places(), List.of(COMMANDER, again), List.of()));

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo("/gate/accept/by");
            assertThat(problem.message()).isEqualTo("names one person twice");
        });
    }

    @Test
    void shouldLetAResourceBelongToOneApplicationAlone() {
        PlanReading.Readable mine = ShopYaml.read(ShopYaml.with("application: shop", "application: shop-copy"));
        PlanReading.Readable theirs = ShopYaml.read(ShopYaml.text());

        List<PlanProblem> problems = PlanLint.lint(
                new Candidate(mine.plan(), mine.places(), List.of(COMMANDER, OWNER), List.of(theirs.plan())));

        assertThat(problems)
                .filteredOn(problem -> problem.message().endsWith("belongs to the application 'shop' already"))
                .extracting(PlanProblem::field)
                .contains(
                        "/procedures/failover/2/with/cluster/eu-west-1",
                        "/procedures/failover/1/with/globalCluster",
                        "/procedures/failover/1/with/ecs/service",
                        "/procedures/failover/6/with/name")
                .doesNotContain("/procedures/failover/8/with/webhook");
    }

    @Test
    void shouldRefuseAnApplicationThatWaitsForItselfByWayOfOthers() {
        PlanReading.Readable mine = waiting("shop", "catalog");
        Plan catalog = waiting("catalog", "identity").plan();
        Plan identity = waiting("identity", "shop").plan();

        assertThat(circles(mine, List.of(catalog, identity)))
                .extracting(PlanProblem::field, PlanProblem::message)
                .containsExactly(tuple("/dependsOn/0", "'catalog' waits for 'shop' in turn"));
        assertThat(circles(mine, List.of(catalog))).isEmpty();
    }

    private static List<PlanProblem> circles(PlanReading.Readable mine, List<Plan> others) {
        return PlanLint.lint(new Candidate(mine.plan(), mine.places(), List.of(COMMANDER, OWNER), others)).stream()
                .filter(problem -> problem.message().contains("waits for"))
                .toList();
    }

    private static PlanReading.Readable waiting(String application, String needed) {
        return ShopYaml.read(ShopYaml.with(
                "application: shop\n", "application: %s\ndependsOn: [%s]\n".formatted(application, needed)));
    }

    private static String lines(String escaped) {
        return escaped.replace("\\n", "\n");
    }

    private static List<PlanProblem> lint(String yaml) {
        PlanReading.Readable read = ShopYaml.read(yaml);
        return PlanLint.lint(new Candidate(read.plan(), read.places(), List.of(COMMANDER, OWNER), List.of()));
    }

    private static List<PlanProblem> errors(List<Act> submitters) {
        PlanReading.Readable read = ShopYaml.read(ShopYaml.text());
        return PlanLint.lint(new Candidate(read.plan(), read.places(), submitters, List.of())).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }
}
