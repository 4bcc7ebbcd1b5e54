package io.lifeboat.coordinator.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.lifeboat.contract.plan.Acceptance;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pins a plan's procedure to the two regions of an execution.
 *
 * <p>A mapping keyed by every region of the plan becomes {@code {from: ..., to: ...}}; in text, {@code {from}} and
 * {@code {to}} become the regions' names. Both at any depth of a step's {@code with}.
 */
public final class Pinning {

    private final Plan plan;
    private final String from;
    private final String to;
    private final Set<String> regions;

    /**
     * Pins to these regions.
     *
     * @param plan the plan
     * @param from the region that was active
     * @param to the region to be served from
     */
    public Pinning(Plan plan, String from, String to) {
        this.plan = plan;
        this.from = from;
        this.to = to;
        this.regions = Set.copyOf(plan.regions().all());
        for (String region : List.of(from, to)) {
            if (!regions.contains(region)) {
                throw new UnpinnablePlanException(
                        "/regions", "name region " + region + ", or choose one of " + regions);
            }
        }
        if (from.equals(to)) {
            throw new UnpinnablePlanException("/regions", "an execution needs two regions, not " + from + " twice");
        }
    }

    /**
     * Pins a procedure.
     *
     * @param name a procedure of the plan
     * @param form how it is to be run
     * @throws UnpinnablePlanException naming the field that leaves something open
     */
    public PinnedProcedure pin(String name, Form form) {
        List<Step> steps = plan.procedure(name)
                .orElseThrow(() -> new UnpinnablePlanException("/procedures/" + name, "write this procedure"));
        List<PinnedStep> pinned = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            pinned.add(pin(
                    form == Form.PLANNED ? steps.get(i).inPlannedForm() : steps.get(i),
                    "/procedures/" + name + "/" + i));
        }
        Acceptance accept = plan.gate().accept();
        return new PinnedProcedure(pinned, plan.datasources(), accept != null && accept.unreachableOldWriter(), form);
    }

    private PinnedStep pin(Step step, String field) {
        return new PinnedStep(
                step.id(),
                step.action(),
                pin(step.with(), field + "/with"),
                plan.targets().get(step.target()),
                step.needs(),
                step.within(),
                step.onFailure());
    }

    private JsonNode pin(JsonNode value, String field) {
        return switch (value) {
            case ObjectNode mapping -> pinMapping(mapping, field);
            case ArrayNode list -> pinList(list, field);
            case TextNode text ->
                TextNode.valueOf(text.textValue().replace("{from}", from).replace("{to}", to));
            default -> value;
        };
    }

    private JsonNode pinMapping(ObjectNode mapping, String field) {
        Set<String> keys = new HashSet<>();
        mapping.fieldNames().forEachRemaining(keys::add);
        ObjectNode pinned = JsonNodeFactory.instance.objectNode();
        if (keys.equals(regions)) {
            pinned.set("from", pin(mapping.get(from), field + "/" + from));
            pinned.set("to", pin(mapping.get(to), field + "/" + to));
            return pinned;
        }
        if (!keys.isEmpty() && regions.containsAll(keys)) {
            Set<String> missing = new HashSet<>(regions);
            missing.removeAll(keys);
            throw new UnpinnablePlanException(field, "say it for " + String.join(", ", missing) + " too");
        }
        mapping.properties()
                .forEach(entry -> pinned.set(entry.getKey(), pin(entry.getValue(), field + "/" + entry.getKey())));
        return pinned;
    }

    private JsonNode pinList(ArrayNode list, String field) {
        ArrayNode pinned = JsonNodeFactory.instance.arrayNode(list.size());
        for (int i = 0; i < list.size(); i++) {
            pinned.add(pin(list.get(i), field + "/" + i));
        }
        return pinned;
    }
}
