package io.lifeboat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTemplateTest {

    @Test
    void shouldFillPlaceholdersButNotThoseInComments() {
        PlanTemplate template = new PlanTemplate("# ${port} is explained here\nport: ${port} # and {region} stays\n");

        assertThat(template.fill(Map.of("port", "5432")))
                .isEqualTo("# ${port} is explained here\nport: 5432 # and {region} stays\n");
    }

    @Test
    void shouldNameThePlaceholderThatHasNoValue() {
        PlanTemplate template = new PlanTemplate("bucket: ${bucket.home}");

        assertThatThrownBy(() -> template.fill(Map.of())).hasMessageContaining("${bucket.home}");
    }
}
