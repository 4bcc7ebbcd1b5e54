package io.lifeboat.coordinator.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lifeboat.chassis.problem.Problem;
import io.lifeboat.chassis.problem.ProblemException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DeployTest {

    private static final List<String> PLAN = List.of("eu-west-1", "eu-central-1");

    @Test
    void shouldMeanTheApplicationAndAllItsRegionsWhereNothingElseIsSaid() {
        Deploy deploy = new Deploy(null, "1.42.0", null, "ci");

        assertThat(deploy.named("shop")).isEqualTo("shop");
        assertThat(deploy.within(PLAN)).isEqualTo(PLAN);
    }

    @Test
    void shouldNameTheFieldThatIsMissing() {
        assertThat(refused(() -> new Deploy("api", null, null, "ci").saidVersion())
                        .field())
                .isEqualTo("/version");
        assertThat(refused(() -> new Deploy("api", "1", null, " ").saidWho()).field())
                .isEqualTo("/who");
        assertThat(refused(() -> new Deploy("x".repeat(201), "1", null, "ci").named("shop"))
                        .field())
                .isEqualTo("/what");
    }

    @Test
    void shouldNameTheRegionThatIsNoneOfThePlan() {
        Problem problem = refused(() -> new Deploy("api", "1", List.of("eu-west-1", "eu-north-1"), "ci").within(PLAN));

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.field()).isEqualTo("/regions/1");
        assertThat(problem.remedy()).contains("eu-west-1, eu-central-1");
    }

    private static Problem refused(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }
}
