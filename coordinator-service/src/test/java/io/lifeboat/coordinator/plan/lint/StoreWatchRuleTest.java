package io.lifeboat.coordinator.plan.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.PlanProblem;
import io.lifeboat.contract.plan.PlanProblem.Severity;
import io.lifeboat.contract.plan.PlanReading;
import io.lifeboat.coordinator.plan.ShopYaml;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreWatchRuleTest {

    private static final String STORES = """
              - id: keys
                tier: data
                in: each
                every: 30s
                kms-key: { keys: { eu-west-1: ["arn:aws:kms:eu-west-1:111111111111:key/a"], eu-central-1: ["arn:aws:kms:eu-central-1:111111111111:key/b"] } }
              - id: backups
                tier: data
                in: active
                every: 1m
                backup-deletions: { clusters: { eu-west-1: shop-home, eu-central-1: shop-other }, retention: 6d }
              - id: expiry
                tier: data
                in: each
                every: 1m
                lifecycle: { buckets: { eu-west-1: [shop-data-home], eu-central-1: [shop-data-other] }, declared: [{ id: old-logs, prefix: logs/, days: 30 }] }
              - id: objects
                tier: data
                in: active
                every: 1m
                object-count: { buckets: { eu-west-1: shop-data-home, eu-central-1: shop-data-other }, dropPercent: 20 }
              - id: canaries
                tier: data
                in: active
                every: 1m
                manifest: { buckets: { eu-west-1: shop-data-home, eu-central-1: shop-data-other }, key: canaries/sums, sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" }
                maintenance: [{ from: "02:00", to: "03:00" }]

            gate:
            """;

    @Test
    void shouldFindNothingWrongWithWatchesOfEveryStore() {
        assertThat(lint(shop(STORES))).extracting(PlanProblem::field).containsExactly("/gate/minimumOutageAge");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id: keys\\n    tier: data     | id: keys\\n    tier: database | ERROR   | /watches/12/tier | no evidence of an outage
            in: each\\n    every: 30s    | in: global\\n    every: 30s   | ERROR   | /watches/12/in   | stands in a region
            in: each\\n    every: 30s    | in: each\\n    every: 2h     | WARNING | /watches/12/every | after hours
            "arn:aws:kms:eu-central-1:1   | "arn:aws:kms:eu-west-3:1    | ERROR   | /watches/12/kms-key/keys/eu-central-1/0 | is in eu-west-3
            eu-west-1:111111111111:key/a  | eu-west-1:222222222222:key/a | ERROR  | /watches/12/kms-key/keys/eu-west-1/0 | belongs to account 222222222222
            key/b"] } }                   | key/b"] }, target: other }   | ERROR  | /watches/12/kms-key/target | no target 'other'
            , eu-central-1: shop-other }, retention | }, retention       | ERROR   | /watches/13/backup-deletions/clusters | says nothing for eu-central-1
            in: active\\n    every: 1m\\n    backup | in: each\\n    every: 1m\\n    backup | WARNING | /watches/13/in | makes the old cluster anew
            retention: 6d                 | retention: 3h                | ERROR   | /watches/13/backup-deletions/retention | shorter than the time between
            eu-central-1: [shop-data-other] | eu-west-3: [shop-data-other] | ERROR | /watches/14/lifecycle/buckets/eu-west-3 | no region of the plan
            dropPercent: 20               | dropPercent: 20, within: 2m  | ERROR   | /watches/15/object-count/within | before there is another look
            dropPercent: 20               | dropPercent: 20, within: 8d  | ERROR   | /watches/15/object-count/within | longer than a detector remembers
            , sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" | '' | WARNING | /watches/16/manifest | can change its line
            to: "03:00" }]\\n\\ngate      | to: "02:00" }]\\n\\ngate     | ERROR   | /watches/16/maintenance/0/to | is when it begins
            """)
    void shouldNameWhatIsUnwise(String passage, String mistake, Severity severity, String field, String said) {
        String stores = STORES.replace(lines(passage), mistake == null ? "" : lines(mistake));
        assertThat(stores).as("the passage is there").isNotEqualTo(STORES);

        assertThat(lint(shop(stores))).anySatisfy(problem -> {
            assertThat(problem.severity()).isEqualTo(severity);
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.message()).contains(said);
            assertThat(problem.remedy()).isNotBlank();
            assertThat(problem.line()).isNotNull();
        });
    }

    @Test
    void shouldMissAWatchThatLooksIntoTheDatabase() {
        String yaml = shop(STORES);
        int from = yaml.indexOf("  - id: volume");
        int to = yaml.indexOf("  - id: keys");

        assertThat(lint(yaml.substring(0, from) + yaml.substring(to))).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo("/watches");
            assertThat(problem.message()).contains("nothing looks into a database");
        });
    }

    private static String shop(String stores) {
        return ShopYaml.with("\ngate:\n", "\n" + stores).replace("\n\n  - id: keys", "\n  - id: keys");
    }

    private static String lines(String escaped) {
        return escaped.replace("\\n", "\n");
    }

    private static List<PlanProblem> lint(String yaml) {
        PlanReading.Readable read = ShopYaml.read(yaml);
        return PlanLint.lint(new Candidate(read.plan(), read.places(), List.of(), List.of()));
    }
}
