package io.lifeboat.simulator.replay;

import io.lifeboat.contract.envelope.Json;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as they stand in messages. */
final class Words {

    private Words() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "none";
            case Duration duration -> String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
            case Enum<?> name -> Json.mapper().convertValue(name, String.class);
            default -> value.toString();
        };
    }
}
