package io.lifeboat.detector.watch;

import io.lifeboat.contract.signal.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once it can judge its own sight. A detector that suspects itself stays ready: it says unknown, which is its work,
 * and nobody should restart it for that.
 */
@Readiness
@ApplicationScoped
public class SightCheck implements HealthCheck {

    private final Detector detector;

    @Inject
    SightCheck(Detector detector) {
        this.detector = detector;
    }

    @Override
    public HealthCheckResponse call() {
        var sight = detector.sight();
        return HealthCheckResponse.named("detector")
                .status(sight != Sight.WARMING)
                .withData("vantage", detector.vantage())
                .withData("sight", sight.name().toLowerCase(Locale.ROOT))
                .withData("applications", detector.watched())
                .build();
    }
}
