package io.lifeboat.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The command line. */
final class Arguments {

    static final String USAGE = """
            usage: SandboxMain --state DIR [option value]...
              --state         folder for everything the sandbox writes
              --plan          the plan's template; default deploy/plans/shop.yaml
              --promotion     how long Aurora takes to promote; default 4s
              --name-move     how long after that the writer's name moves; default 1s
              --lag-period    how often the replication lag is published; default 1s
              --rebuild       how long a returned region's old writer is left before it is made anew; default 3s
              --address-hold  how long the third kind of customer keeps an address; default 300s
            All times are the sandbox's own, not AWS's.""";

    private Arguments() {}

    static Settings read(String[] arguments) {
        Optional<Settings> settings = Optional.empty();
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            if (arguments[i].equals("--state")) {
                settings = Optional.of(Settings.in(Path.of(arguments[i + 1]).toAbsolutePath()));
            }
        }
        Settings result = settings.orElseThrow(() -> new IllegalArgumentException("--state is missing"));
        for (int i = 0; i < arguments.length; i += 2) {
            result = with(result, arguments[i], arguments[i + 1]);
        }
        return result;
    }

    private static Settings with(Settings settings, String name, String value) {
        return switch (name) {
            case "--state" -> settings;
            case "--plan" -> settings.withPlan(Path.of(value));
            case "--promotion" -> settings.withAurora(settings.aurora().withPromotion(duration(name, value)));
            case "--name-move" -> settings.withAurora(settings.aurora().withNameMove(duration(name, value)));
            case "--lag-period" -> settings.withAurora(settings.aurora().withLagPeriod(duration(name, value)));
            case "--rebuild" -> settings.withAurora(settings.aurora().withRebuild(duration(name, value)));
            case "--address-hold" -> settings.withEdge(settings.edge().withAddressHold(duration(name, value)));
            default -> throw new IllegalArgumentException("there is no option " + name);
        };
    }

    private static Duration duration(String name, String value) {
        try {
            return value.endsWith("ms")
                    ? Duration.ofMillis(Long.parseLong(value.substring(0, value.length() - 2)))
                    : Duration.parse("PT" + value);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a duration such as 4s, not " + value, e);
        }
    }
}
