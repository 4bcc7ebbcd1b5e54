package io.lifeboat.contract.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How watches of keys, recovery points and buckets are read. */
class StoreProbesTest {

    private static final String STORES = """
              - id: keys
                tier: data
                in: each
                every: 30s
                kms-key: { keys: { eu-west-1: ["arn:aws:kms:eu-west-1:111111111111:key/a", b], eu-central-1: [c] } }
              - id: backups
                tier: data
                in: each
                every: 1m
                backup-deletions: { clusters: { eu-west-1: shop-home, eu-central-1: shop-other }, retention: 6d }
              - id: expiry
                tier: data
                in: each
                every: 1m
                lifecycle: { buckets: { eu-west-1: [data-home], eu-central-1: [data-other] }, declared: [{ id: old, days: 30 }], target: app }
              - id: objects
                tier: data
                in: active
                every: 1m
                object-count: { buckets: { eu-west-1: data-home, eu-central-1: data-other }, dropPercent: 20 }
              - id: canaries
                tier: data
                in: active
                every: 1m
                manifest: { buckets: { eu-west-1: data-home, eu-central-1: data-other }, key: canaries/sums }
                maintenance: [{ from: "02:00", to: "03:00" }]

            gate:
            """;

    private final PlanReader reader = new PlanReader();

    @Test
    void shouldReadThemAndFillInWhatIsLeftOut() {
        if (!(reader.read(shop(STORES)) instanceof PlanReading.Readable read)) {
            throw new AssertionError("refused: " + reader.read(shop(STORES)));
        }
        Plan plan = read.plan();

        assertThat(plan.watch("keys").orElseThrow().probe())
                .isEqualTo(new KmsKeyProbe(
                        Map.of(
                                "eu-west-1", List.of("arn:aws:kms:eu-west-1:111111111111:key/a", "b"),
                                "eu-central-1", List.of("c")),
                        "app"));
        assertThat(plan.watch("backups").orElseThrow().probe())
                .isEqualTo(new BackupDeletionsProbe(
                        Map.of("eu-west-1", "shop-home", "eu-central-1", "shop-other"), Duration.ofDays(6), "app"));
        assertThat(plan.watch("expiry").orElseThrow().probe())
                .isEqualTo(new LifecycleProbe(
                        Map.of("eu-west-1", List.of("data-home"), "eu-central-1", List.of("data-other")),
                        List.of(new DeclaredExpiry("old", "", 30)),
                        "app"));
        Map<String, String> buckets = Map.of("eu-west-1", "data-home", "eu-central-1", "data-other");
        assertThat(plan.watch("objects").orElseThrow().probe())
                .isEqualTo(new ObjectCountProbe(buckets, "", 20, Duration.ofDays(1), 10_000, "app"));
        assertThat(plan.watch("canaries").orElseThrow().probe())
                .isEqualTo(new ManifestProbe(buckets, "canaries/sums", null, "app"));
        assertThat(plan.watch("canaries").orElseThrow().maintenance()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eu-central-1: [c]        | eu-central-1: []              | /watches/12/kms-key/keys/eu-central-1 | at least 1
            eu-central-1: [c]        | eu-central-1: [alias/shop]    | /watches/12/kms-key/keys/eu-central-1/0 | has not the form
            eu-central-1: [c]        | frankfurt: [c]                | /watches/12/kms-key/keys | frankfurt
            , retention: 6d          | ''                            | /watches/13/backup-deletions/retention | is missing
            { id: old, days: 30 }    | { id: old }                   | /watches/14/lifecycle/declared/0/days | is missing
            dropPercent: 20          | dropPercent: 100              | /watches/15/object-count/dropPercent | maximum
            key: canaries/sums       | key: canaries/sums, sha256: x | /watches/16/manifest/sha256 | has not the form
            object-count: {          | tcp: { host: a, port: 1 }\\n    object-count: { | /watches/15 | exactly one of https, tcp
            """)
    void shouldRefuseWhatCannotBeLookedAt(String passage, String mistake, String field, String said) {
        String broken = STORES.replace(passage, mistake == null ? "" : mistake.replace("\\n", "\n"));
        assertThat(broken).isNotEqualTo(STORES);

        if (!(reader.read(shop(broken)) instanceof PlanReading.Refused refused)) {
            throw new AssertionError("was read");
        }
        assertThat(refused.problems()).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.message() + "; " + problem.remedy()).contains(said);
            assertThat(problem.line()).isNotNull();
        });
    }

    private static String shop(String stores) {
        return ShopPlan.yaml().replace("\n\ngate:\n", "\n" + stores);
    }
}
