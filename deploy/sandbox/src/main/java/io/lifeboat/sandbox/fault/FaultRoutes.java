package io.lifeboat.sandbox.fault;

import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Region;
import io.lifeboat.sandbox.cloud.Vantage;
import io.lifeboat.sandbox.control.ControlProblem;
import io.lifeboat.sandbox.control.ControlRequest;
import io.lifeboat.sandbox.control.ControlRoutes;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The faults of regions, vantages and APIs, as the operator asks for them. Each answers the state it led to. */
public final class FaultRoutes {

    private static final double DEFAULT_ERROR_RATE = 0.4;
    private static final Duration DEFAULT_DELAY = Duration.ofSeconds(5);
    private static final Duration DEFAULT_LENGTH = Duration.ofMinutes(5);

    private final Cloud cloud;
    private final Accounts accounts;
    private final ApiFaults faults;

    public FaultRoutes(Cloud cloud, Accounts accounts, ApiFaults faults) {
        this.cloud = cloud;
        this.accounts = accounts;
        this.faults = faults;
    }

    public void addTo(ControlRoutes routes) {
        region(routes, "/faults/regions/{region}/lose", Region::lose);
        region(routes, "/faults/regions/{region}/return", Region::returnAgain);
        region(routes, "/faults/regions/{region}/mend", Region::mend);
        region(routes, "/faults/control-planes/{region}/lose", Region::loseControlPlane);
        region(routes, "/faults/control-planes/{region}/return", Region::returnControlPlane);
        routes.add("POST", "/faults/regions/{region}/degrade", this::degrade)
                .add("POST", "/faults/vantages/{vantage}/cut", this::cut)
                .add("POST", "/faults/vantages/{vantage}/mend", this::mend)
                .add("POST", "/faults/apis", this::addApiFault)
                .add("DELETE", "/faults/apis", request -> {
                    faults.clear();
                    return null;
                })
                .add("POST", "/faults/sessions/expire", request -> {
                    accounts.expireAll();
                    return null;
                })
                .state("regions", this::regions)
                .state("apiFaults", faults::all);
    }

    private void region(ControlRoutes routes, String path, Consumer<Region> fault) {
        routes.add("POST", path, request -> {
            Region region = region(request);
            fault.accept(region);
            return state(region);
        });
    }

    private Object degrade(ControlRequest request) {
        double rate = request.number("errorRate").orElse(DEFAULT_ERROR_RATE);
        if (!(rate >= 0 && rate <= 1)) {
            throw ControlProblem.badRequest("errorRate must be 0 to 1, not " + rate);
        }
        Region region = region(request);
        region.degrade(rate);
        return state(region);
    }

    private @Nullable Object cut(ControlRequest request) {
        int place = vantage(request).place();
        Optional<Region> path = request.text("region").map(this::region);
        path.ifPresentOrElse(
                region -> cloud.reach().cut(place, region), () -> cloud.reach().cut(place));
        return null;
    }

    private @Nullable Object mend(ControlRequest request) {
        int place = vantage(request).place();
        Optional<Region> path = request.text("region").map(this::region);
        path.ifPresentOrElse(
                region -> cloud.reach().mend(place, region), () -> cloud.reach().mend(place));
        return null;
    }

    private @Nullable Object addApiFault(ControlRequest request) {
        Duration length = request.duration("for").orElse(DEFAULT_LENGTH);
        ApiFault fault = new ApiFault(
                request.text("service").orElse(null),
                request.text("operation").orElse(null),
                request.text("region").map(name -> region(name).name()).orElse(null),
                kind(request.required("kind")),
                share(request),
                request.duration("delay").orElse(DEFAULT_DELAY),
                cloud.clock().instant().plus(length));
        int times = request.number("times").map(Double::intValue).orElse(Integer.MAX_VALUE);
        faults.add(fault, times);
        return fault;
    }

    private static double share(ControlRequest request) {
        double share = request.number("share").orElse(1.0);
        if (!(share > 0 && share <= 1)) {
            throw ControlProblem.badRequest("share must be more than 0 and at most 1, not " + share);
        }
        return share;
    }

    private static ApiFault.Kind kind(String name) {
        return Arrays.stream(ApiFault.Kind.values())
                .filter(kind -> kind.wireName().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> ControlProblem.badRequest("kind must be one of "
                        + Arrays.stream(ApiFault.Kind.values())
                                .map(ApiFault.Kind::wireName)
                                .toList()));
    }

    private Region region(ControlRequest request) {
        return region(request.path("region"));
    }

    private Region region(String name) {
        Region region = cloud.region(name);
        if (region == null) {
            throw ControlProblem.notFound("there is no region " + name + "; there are "
                    + cloud.regions().keySet());
        }
        return region;
    }

    private Vantage vantage(ControlRequest request) {
        String name = request.path("vantage");
        Vantage vantage = cloud.vantages().get(name);
        if (vantage == null) {
            throw ControlProblem.notFound("there is no vantage " + name + "; there are "
                    + cloud.vantages().keySet());
        }
        return vantage;
    }

    private Object regions() {
        Map<String, Object> all = new LinkedHashMap<>();
        cloud.regions().values().stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .forEach(region -> all.put(region.name(), state(region)));
        return all;
    }

    private static Map<String, Object> state(Region region) {
        return Map.of("state", region.state().name(), "controlPlaneLost", region.isControlPlaneLost());
    }
}
