package io.lifeboat.coordinator.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.incident.DisasterClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeclarationTest {

    @Test
    void shouldReadTheClassByItsWireName() {
        assertThat(declaration("mass-deletion").parsedClass()).isEqualTo(DisasterClass.MASS_DELETION);
    }

    @Test
    void shouldNameTheFieldAndEveryClassThereIs() {
        assertThatThrownBy(() -> declaration("meteor").parsedClass())
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().field()).isEqualTo("/disasterClass");
                    assertThat(refused.problem().remedy()).contains("region-outage", "ransomware");
                });
        assertThatThrownBy(() -> declaration(null).parsedClass()).isInstanceOf(ProblemException.class);
    }

    private static Declaration declaration(@Nullable String disasterClass) {
        return new Declaration("shop", disasterClass, null, "on-call", "seen it");
    }
}
