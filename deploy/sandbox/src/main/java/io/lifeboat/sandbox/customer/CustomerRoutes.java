package io.lifeboat.sandbox.customer;

import io.lifeboat.sandbox.control.ControlRoutes;
import java.util.Map;

/** What the operator may ask of the customers. No service of the project has the operator's token. */
public final class CustomerRoutes {

    private CustomerRoutes() {}

    /** Adds {@code POST /customers/start}, {@code stop} and {@code restart}, and {@code GET /customers}. */
    public static void add(ControlRoutes control, Customers customers, Reckoning reckoning) {
        control.add("POST", "/customers/start", request -> Map.of("started", customers.start()));
        control.add("POST", "/customers/stop", request -> Map.of("stopped", customers.stop()));
        control.add("POST", "/customers/restart", request -> Map.of("restarted", customers.restart()));
        control.add("GET", "/customers", request -> reckoning.read());
    }
}
