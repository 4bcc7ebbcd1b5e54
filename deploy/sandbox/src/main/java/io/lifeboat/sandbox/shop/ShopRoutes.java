package io.lifeboat.sandbox.shop;

import io.lifeboat.sandbox.control.ControlProblem;
import io.lifeboat.sandbox.control.ControlRequest;
import io.lifeboat.sandbox.control.ControlRoutes;
import java.util.Map;
import java.util.Set;

/** The operator's way to break the shop itself. */
public final class ShopRoutes {

    private ShopRoutes() {}

    /**
     * Adds {@code POST /faults/shop/{region}/fail} and {@code .../mend}.
     *
     * @param onFault called when the shop begins to fail
     */
    public static void add(ControlRoutes control, ShopFaults faults, Set<String> regions, Runnable onFault) {
        control.add("POST", "/faults/shop/{region}/fail", request -> {
            faults.fail(region(request, regions));
            onFault.run();
            return Map.of("failing", true);
        });
        control.add("POST", "/faults/shop/{region}/mend", request -> {
            faults.mend(region(request, regions));
            return Map.of("failing", false);
        });
    }

    private static String region(ControlRequest request, Set<String> regions) {
        var region = request.path("region");
        if (!regions.contains(region)) {
            throw ControlProblem.notFound("the shop runs in " + regions + ", not in " + region);
        }
        return region;
    }
}
