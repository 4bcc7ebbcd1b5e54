package io.lifeboat.contract.plan;

/**
 * One call of an API in a region, which says whether its control plane answers. It says nothing of what serves: customers are
 * served by what runs already.
 *
 * @param service the API to ask
 * @param target a target of the plan whose {@code read} role may ask
 */
public record AwsApiProbe(AwsApi service, String target) implements Probe {

    public AwsApiProbe {
        target = target == null ? "app" : target;
    }
}
