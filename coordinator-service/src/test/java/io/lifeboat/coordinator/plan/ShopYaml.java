package io.lifeboat.coordinator.plan;

import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanReader;
import io.lifeboat.contract.plan.PlanReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The shop's plan as an example to spoil. */
public final class ShopYaml {

    private ShopYaml() {}

    /** The YAML text. */
    public static String text() {
        try (InputStream in = Plan.class.getResourceAsStream("/examples/shop.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with one passage replaced; fails when the passage is not there. */
    public static String with(String passage, String replacement) {
        return with(text(), passage, replacement);
    }

    /** A text with one passage replaced; fails when the passage is not there. */
    public static String with(String text, String passage, String replacement) {
        if (!text.contains(passage)) {
            throw new AssertionError("the plan does not say: " + passage);
        }
        return text.replace(passage, replacement);
    }

    /** Reads a text that is expected to be a plan. */
    public static PlanReading.Readable read(String yaml) {
        return switch (new PlanReader().read(yaml)) {
            case PlanReading.Readable readable -> readable;
            case PlanReading.Refused refused -> throw new AssertionError("refused: " + refused.problems());
        };
    }
}
