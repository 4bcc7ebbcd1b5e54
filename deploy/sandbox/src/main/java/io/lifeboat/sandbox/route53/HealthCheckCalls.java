package io.lifeboat.sandbox.route53;

import io.lifeboat.sandbox.cloud.Effects;
import io.lifeboat.sandbox.endpoint.AwsError;
import io.lifeboat.sandbox.endpoint.AwsRequest;
import io.lifeboat.sandbox.endpoint.AwsResponse;
import io.lifeboat.sandbox.endpoint.Xml;
import io.lifeboat.sandbox.healthcheck.Calculation;
import io.lifeboat.sandbox.healthcheck.HealthCheckAlreadyExistsException;
import io.lifeboat.sandbox.healthcheck.HealthCheckConfig;
import io.lifeboat.sandbox.healthcheck.HealthCheckType;
import io.lifeboat.sandbox.healthcheck.HealthChecks;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** Route 53's calls about health checks. */
final class HealthCheckCalls {

    private static final String CALCULATED = "CALCULATED";

    private final HealthChecks checks;
    private final Effects effects;

    HealthCheckCalls(HealthChecks checks, Effects effects) {
        this.checks = checks;
        this.effects = effects;
    }

    AwsResponse create(AwsRequest request) {
        var body = XmlReader.read(request.body());
        var reference = XmlReader.text(body, "CallerReference")
                .orElseThrow(() -> AwsError.badRequest("InvalidInput", "CallerReference is missing"));
        var element = XmlReader.child(body, "HealthCheckConfig")
                .orElseThrow(() -> AwsError.badRequest("InvalidInput", "HealthCheckConfig is missing"));
        try {
            var id = CALCULATED.equals(XmlReader.text(element, "Type").orElse(null))
                    ? checks.create(reference, calculation(element))
                    : checks.create(reference, config(element));
            effects.count("route53:healthcheck:" + id, "create");
            var response = Route53.answer(
                    201, Route53.root("CreateHealthCheckResponse").add(xml(id)));
            return new AwsResponse(
                    response.status(),
                    Map.of(
                            "Content-Type",
                            "text/xml",
                            "Location",
                            "https://route53.amazonaws.com/2013-04-01/healthcheck/" + id),
                    response.body());
        } catch (HealthCheckAlreadyExistsException taken) {
            throw new AwsError("HealthCheckAlreadyExists", String.valueOf(taken.getMessage()), 409);
        } catch (IllegalArgumentException invalid) {
            throw AwsError.badRequest("InvalidInput", String.valueOf(invalid.getMessage()));
        }
    }

    private static HealthCheckConfig config(Element element) {
        var type = type(XmlReader.text(element, "Type")
                .orElseThrow(() -> AwsError.badRequest("InvalidInput", "Type is missing")));
        return new HealthCheckConfig(
                type,
                XmlReader.text(element, "IPAddress").orElse(null),
                XmlReader.text(element, "FullyQualifiedDomainName").orElse(null),
                number(element, "Port").orElse(type.name().startsWith("HTTPS") ? 443 : 80),
                XmlReader.text(element, "ResourcePath").orElse("/"),
                XmlReader.text(element, "SearchString").orElse(null),
                number(element, "RequestInterval").orElse(30),
                number(element, "FailureThreshold").orElse(3),
                flag(element, "Inverted"),
                flag(element, "Disabled"));
    }

    private static Calculation calculation(Element element) {
        var children = XmlReader.child(element, "ChildHealthChecks")
                .map(list -> XmlReader.children(list, "ChildHealthCheck").stream()
                        .map(Element::getTextContent)
                        .toList())
                .orElse(List.of());
        return new Calculation(children, number(element, "HealthThreshold").orElse(0), flag(element, "Inverted"));
    }

    private static HealthCheckType type(String text) {
        try {
            return HealthCheckType.valueOf(text);
        } catch (IllegalArgumentException unknown) {
            throw AwsError.badRequest(
                    "InvalidInput",
                    "the sandbox has health checks of the types " + Arrays.toString(HealthCheckType.values()) + " and "
                            + CALCULATED + ", not " + text);
        }
    }

    private static Optional<Integer> number(Element element, String name) {
        return XmlReader.text(element, name).map(text -> {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException unreadable) {
                throw AwsError.badRequest("InvalidInput", name + " must be a number, not " + text);
            }
        });
    }

    private static boolean flag(Element element, String name) {
        return XmlReader.text(element, name).map(Boolean::parseBoolean).orElse(false);
    }

    AwsResponse get(String id) {
        return Route53.answer(200, Route53.root("GetHealthCheckResponse").add(xml(id)));
    }

    /** What the checkers saw, before any inversion, as the API reports it. */
    AwsResponse status(String id) {
        endpoint(id);
        var observations = checks.last(id).stream().toList();
        return Route53.answer(
                200,
                Route53.root("GetHealthCheckStatusResponse")
                        .add(Xml.list(
                                "HealthCheckObservations", observations, look -> Xml.element("HealthCheckObservation")
                                        .with("Region", "us-east-1")
                                        .with("IPAddress", "127.0.0.1")
                                        .add(Xml.element("StatusReport")
                                                .with("Status", look.status())
                                                .with("CheckedTime", look.at())))));
    }

    AwsResponse delete(String id) {
        if (!checks.delete(id)) {
            throw unknown(id);
        }
        effects.count("route53:healthcheck:" + id, "delete");
        return Route53.answer(200, Route53.root("DeleteHealthCheckResponse"));
    }

    private HealthCheckConfig endpoint(String id) {
        if (checks.calculation(id).isPresent()) {
            throw AwsError.badRequest("InvalidInput", "Health check " + id + " is calculated and looks at no endpoint");
        }
        return checks.config(id).orElseThrow(() -> unknown(id));
    }

    private static AwsError unknown(String id) {
        return new AwsError("NoSuchHealthCheck", "A health check with id " + id + " does not exist.", 404);
    }

    private Xml xml(String id) {
        return Xml.element("HealthCheck")
                .with("Id", id)
                .with("CallerReference", checks.callerReference(id).orElse(null))
                .add(checks.calculation(id).map(HealthCheckCalls::xml).orElseGet(() -> xml(endpoint(id))))
                .with("HealthCheckVersion", 1);
    }

    private static Xml xml(Calculation calculation) {
        return Xml.element("HealthCheckConfig")
                .with("Type", CALCULATED)
                .with("Inverted", calculation.inverted())
                .with("Disabled", false)
                .with("HealthThreshold", calculation.threshold())
                .add(Xml.list(
                        "ChildHealthChecks", calculation.children(), child -> Xml.text("ChildHealthCheck", child)));
    }

    private static Xml xml(HealthCheckConfig config) {
        return Xml.element("HealthCheckConfig")
                .with("IPAddress", config.address())
                .with("Port", config.port())
                .with("Type", config.type())
                .with("ResourcePath", config.type() == HealthCheckType.TCP ? null : config.path())
                .with("FullyQualifiedDomainName", config.domain())
                .with("SearchString", config.searchString())
                .with("RequestInterval", config.intervalSeconds())
                .with("FailureThreshold", config.failureThreshold())
                .with("MeasureLatency", false)
                .with("Inverted", config.inverted())
                .with("Disabled", config.disabled());
    }
}
