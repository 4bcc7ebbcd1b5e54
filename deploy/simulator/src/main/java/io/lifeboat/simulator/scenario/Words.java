package io.lifeboat.simulator.scenario;

import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.incident.Argument;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as they stand in messages. */
public final class Words {

    private Words() {}

    /** One value. */
    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "none";
            case Duration duration -> String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
            case Argument argument ->
                argument.age() == null
                        ? "%s: %s".formatted(String.join(", ", argument.by()), argument.what())
                        : "%s: %s (%s old)"
                                .formatted(String.join(", ", argument.by()), argument.what(), of(argument.age()));
            case Enum<?> name -> Json.mapper().convertValue(name, String.class);
            default -> value.toString();
        };
    }
}
