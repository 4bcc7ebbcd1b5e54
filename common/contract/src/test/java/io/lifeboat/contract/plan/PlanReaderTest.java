package io.lifeboat.contract.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.envelope.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReaderTest {

    private final PlanReader reader = new PlanReader();

    @Test
    void shouldReadTheShopsPlan() {
        Plan plan = readable(ShopPlan.yaml());

        assertThat(plan.application()).isEqualTo("shop");
        assertThat(plan.objectives()).isEqualTo(new Objectives(Duration.ofMinutes(2), Duration.ofSeconds(10)));
        assertThat(plan.procedure("failover").orElseThrow())
                .extracting(Step::id)
                .containsExactly(
                        "freeze", "fence", "promote", "scale", "roll", "smoke", "shift", "verify", "tell", "latch");
        assertThat(plan.watch("orders").orElseThrow().probe()).isEqualTo(new SqlWriteProbe("orders"));
    }

    @Test
    void shouldPublishTheShopsPlanAsAnExample() throws IOException {
        try (InputStream in = PlanReaderTest.class.getResourceAsStream("/examples/shop.yaml")) {
            String example = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);

            assertThat(example)
                    .isEqualTo(ShopPlan.yaml().substring(ShopPlan.yaml().indexOf("apiVersion:")));
        }
    }

    @Test
    void shouldFillInWhatThePlanLeavesOut() {
        Plan plan = readable(ShopPlan.yaml());

        assertThat(plan.watch("api-live").orElseThrow().window()).isEqualTo(Window.DEFAULT);
        assertThat(plan.watch("dns").orElseThrow().timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(plan.gate().evidenceWithin()).isEqualTo(Duration.ofSeconds(15));
        assertThat(plan.procedure("failover").orElseThrow().getFirst().target()).isEqualTo("app");
    }

    @Test
    void shouldTravelInAMessageUnchanged() throws IOException {
        Plan plan = readable(ShopPlan.yaml());
        PlanRevision sent = new PlanRevision(
                "shop", 1, PlanHash.of(plan), PlanRevision.State.IN_FORCE, plan, new Act("a", "b"), null);

        PlanRevision received = Json.mapper().readValue(Json.mapper().writeValueAsBytes(sent), PlanRevision.class);

        assertThat(received).isEqualTo(sent);
        assertThat(PlanHash.of(received.plan())).isEqualTo(sent.hash());
    }

    @Test
    void shouldHashTheContentAndNotTheText() {
        String yaml = ShopPlan.yaml();
        String otherText = yaml.replace("rto: 2m, rpo: 10s", "rpo: PT10S, rto: 120s") + "\n# a remark\n";
        String otherContent = yaml.replace("rto: 2m", "rto: 3m");

        String hash = PlanHash.of(readable(yaml));

        assertThat(hash).hasSize(64).isEqualTo(PlanHash.of(readable(otherText)));
        assertThat(hash).isNotEqualTo(PlanHash.of(readable(otherContent)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    priority: 1                 |                              | /priority                        | is missing
                    strategy: pilot-light       | strategy: pilot-lite         | /strategy                        | did you mean 'pilot-light'?
                    rto: 2m                     | rto: two minutes             | /objectives/rto                  | write a duration such as
                    account: "111111111111"     | account: 111111111111        | /targets/app/account             | put it in quotes
                    every: 2s, aurora-lag       | evry: 2s, aurora-lag         | /watches/3/evry                  | did you mean 'every'?
                    every: 2s, aurora-lag       | evry: 2s, aurora-lag         | /watches/3/every                 | is missing
                    https: { url: "https://api  | dns: { name: x }, https: { url: "https://api | /watches/0       | exactly one of https, tcp
                    sql-write: { datasource: orders } | window: { of: 3 }      | /watches/2                       | exactly one of https, tcp
                    share: 0.90                 | share: 1.5                   | /watches/6/https/client/share    | maximum
                    action: http.smoke          | action: http.smok            | /procedures/failover/5/action    | did you mean 'http.smoke'?
                    action: aurora.switchover   | action: aurora.swap          | /procedures/failover/2/planned/action | there is no action
                    minimum: 60%                | minimum: 60                  | /procedures/failover/3/with/minimum   | put it in quotes
                    match: baseline             | match: baseline, capacity: 3 | /procedures/failover/3/with | exactly one of
                    by: [incident-commander-a, data-owner-b] | by: [one]       | /gate/accept/by                  | at least 2
                    apiVersion: lifeboat/v1     | apiVersion: lifeboat/v2      | /apiVersion                      | write "lifeboat/v1"
                    """)
    void shouldNameFieldLineAndRemedy(String written, String mistake, String field, String said) {
        String text = ShopPlan.yaml();
        assertThat(text).contains(written);
        String broken = text.replace(written, mistake == null ? "" : mistake)
                .replace("match: baseline, capacity", "match: baseline\n        capacity");

        List<PlanProblem> problems = refused(broken);

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.message() + "; " + problem.remedy()).contains(said);
            assertThat(problem.line()).isNotNull();
        });
    }

    @Test
    void shouldGiveTheLineOfTheField() {
        String broken = "apiVersion: lifeboat/v1\n\napplication: Shop\n";

        assertThat(refused(broken)).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo("/application");
            assertThat(problem.line()).isEqualTo(3);
        });
    }

    @Test
    void shouldSayEverythingThatIsWrongAtOnce() {
        String broken = ShopPlan.yaml().replace("rto: 2m", "rto: soon").replace("quorum: 2", "quorum: 0");

        assertThat(refused(broken)).extracting(PlanProblem::field).containsExactly("/objectives/rto", "/gate/quorum");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a: 1\\na: 2             | /a  | 2 | is given twice
                    a: [1,\\nb: }           |     | 2 | is not YAML
                    a: !!java.net.URL [x]   |     | 1 | tag is not allowed
                    a: !thing x             | /a  | 1 | has the tag
                    a: &x {}\\nb: {<<: *x}  | /b/<< | 2 | is a merge key
                    ''                      |     |   | is empty
                    --- 1\\n--- 2           |     | 2 | is not YAML
                    """)
    void shouldRefuseYamlThatIsAmbiguousOrUnsafe(String text, String field, Integer line, String said) {
        List<PlanProblem> problems = refused(text.replace("\\n", "\n"));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(field == null ? "" : field);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.message()).contains(said);
        });
    }

    @Test
    void shouldRefuseATextThatGrowsWhenItIsRead() {
        String laughs = IntStream.range(0, 12)
                .mapToObj(i -> "a" + i + ": &a" + i + " ["
                        + (i == 0 ? "x" : ("*a" + (i - 1) + ",").repeat(4) + "*a" + (i - 1)) + "]")
                .collect(Collectors.joining("\n"));

        assertThat(refused(laughs)).singleElement().satisfies(problem -> assertThat(
                        problem.message() + problem.remedy())
                .contains("alias"));
    }

    @Test
    void shouldRefuseATextThatContainsItself() {
        assertThat(refused("a: &a [*a]")).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("levels"));
    }

    @Test
    void shouldRefuseATextTooDeepOrTooLong() {
        assertThat(refused("[".repeat(5_000))).singleElement().satisfies(problem -> assertThat(problem.remedy())
                .contains("30 levels"));
        assertThat(refused("# " + "x".repeat(600_000)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).contains("512 Ki characters"));
    }

    @Test
    void shouldLetOrdinaryAliasesThrough() {
        String yaml = ShopPlan.yaml()
                .replace("objectives: { rto: 2m, rpo: 10s }", "objectives: { rto: &time 2m, rpo: *time }");

        assertThat(readable(yaml).objectives().rpo()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void shouldTakeNoAndOnAsTexts() {
        String yaml = ShopPlan.yaml().replace("- { id: office }", "- { id: no }");

        assertThat(readable(yaml).vantages()).contains(new Vantage("no", null));
    }

    private Plan readable(String yaml) {
        return switch (reader.read(yaml)) {
            case PlanReading.Readable readable -> readable.plan();
            case PlanReading.Refused refused -> throw new AssertionError("refused: " + refused.problems());
        };
    }

    private List<PlanProblem> refused(String yaml) {
        return switch (reader.read(yaml)) {
            case PlanReading.Readable readable -> throw new AssertionError("was read: " + readable.plan());
            case PlanReading.Refused refused -> refused.problems();
        };
    }
}
