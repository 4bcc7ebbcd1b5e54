package io.lifeboat.sandbox.route53;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

class RecordSetsTest {

    private static final Name ORIGIN = ChangeReader.name("shop.example");
    private static final RecordSets EMPTY = RecordSets.empty(ORIGIN);

    @Test
    void shouldApplyABatchAsAWholeOrNotAtAll() {
        var good = create(simple("a.shop.example", "127.0.0.1"));
        var bad = new Change(Change.Action.DELETE, simple("b.shop.example", "127.0.0.1"));

        assertThatThrownBy(() -> with(EMPTY, good, bad))
                .isInstanceOf(InvalidChangeBatchException.class)
                .hasMessageContaining("but it was not found");
        assertThat(EMPTY.listed()).isEmpty();
        assertThat(with(EMPTY, good).listed()).hasSize(1);
    }

    @Test
    void shouldRefuseToCreateWhatIsThereButUpsertIt() {
        var first = with(EMPTY, create(simple("a.shop.example", "127.0.0.1")));
        var second = simple("a.shop.example", "127.0.0.2");

        assertThatThrownBy(() -> with(first, create(second))).hasMessageContaining("but it already exists");
        assertThat(with(first, new Change(Change.Action.UPSERT, second)).listed())
                .containsExactly(second);
    }

    @Test
    void shouldDeleteOnlyAnExactMatch() {
        var present = with(EMPTY, create(simple("a.shop.example", "127.0.0.1")));
        var other = new Change(Change.Action.DELETE, simple("a.shop.example", "127.0.0.9"));

        assertThatThrownBy(() -> with(present, other))
                .hasMessageContaining("the values provided do not match the current values");
    }

    @Test
    void shouldDemandAHealthCheckOfAPlainPrimary() {
        var primary = failover(FailoverRole.PRIMARY, values("127.0.0.1"), null);

        assertThatThrownBy(() -> with(EMPTY, create(primary)))
                .hasMessageContaining("must have an associated health check");
        assertThat(with(EMPTY, create(failover(FailoverRole.PRIMARY, values("127.0.0.1"), "known")))
                        .listed())
                .hasSize(1);
    }

    @Test
    void shouldDemandThatAFailoverAliasEvaluatesItsTarget() {
        var blind = new RecordTarget.Alias("Z", ChangeReader.name("lb.example"), false);

        assertThatThrownBy(() -> with(EMPTY, create(failover(FailoverRole.SECONDARY, blind, null))))
                .hasMessageContaining("EvaluateTargetHealth must be true");
    }

    @Test
    void shouldRefuseAHealthCheckThatDoesNotExist() {
        var primary = failover(FailoverRole.PRIMARY, values("127.0.0.1"), "unknown");

        assertThatThrownBy(() -> with(EMPTY, create(primary))).hasMessageContaining("unknown");
    }

    @Test
    void shouldRefuseASecondRecordOfOneRoleAndAMixOfPolicies() {
        var primary = failover(FailoverRole.PRIMARY, values("127.0.0.1"), "known");
        var again = new RecordSet(primary.name(), Type.A, "two", FailoverRole.PRIMARY, values("127.0.0.2"), "known");
        var mixed = simple("www.shop.example", "127.0.0.3");

        assertThatThrownBy(() -> with(EMPTY, create(primary), create(again))).hasMessageContaining("second PRIMARY");
        assertThatThrownBy(() -> with(EMPTY, create(primary), create(mixed)))
                .hasMessageContaining("another routing policy");
    }

    @Test
    void shouldKeepCnamesAloneAndOffTheApex() {
        var cname = new RecordSet(
                ChangeReader.name("a.shop.example"),
                Type.CNAME,
                null,
                null,
                new RecordTarget.Values(5, List.of("b.shop.example.")),
                null);

        assertThatThrownBy(() -> with(EMPTY, create(cname), create(simple("a.shop.example", "127.0.0.1"))))
                .hasMessageContaining("conflicts with other records");
        assertThatThrownBy(
                        () -> with(EMPTY, create(new RecordSet(ORIGIN, Type.CNAME, null, null, cname.target(), null))))
                .hasMessageContaining("at apex");
    }

    @Test
    void shouldRefuseAnAliasOfANameThatIsNotInTheZone() {
        var dangling = new RecordTarget.Alias("Z", ChangeReader.name("nowhere.shop.example"), false);
        var set = new RecordSet(ChangeReader.name("a.shop.example"), Type.A, null, null, dangling, null);

        assertThatThrownBy(() -> with(EMPTY, create(set))).hasMessageContaining("does not lie within the target zone");
    }

    private static RecordSets with(RecordSets sets, Change... changes) {
        return sets.with(List.of(changes), "known"::equals);
    }

    private static Change create(RecordSet set) {
        return new Change(Change.Action.CREATE, set);
    }

    private static RecordSet simple(String name, String address) {
        return new RecordSet(ChangeReader.name(name), Type.A, null, null, values(address), null);
    }

    private static RecordTarget values(String address) {
        return new RecordTarget.Values(5, List.of(address));
    }

    private static RecordSet failover(FailoverRole role, RecordTarget target, @Nullable String check) {
        return new RecordSet(ChangeReader.name("www.shop.example"), Type.A, role.name(), role, target, check);
    }
}
