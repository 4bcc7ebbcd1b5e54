package io.lifeboat.executor.action;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The latest change a run sent.
 *
 * @param change its name within the action
 * @param memo what the observation before it noted, for example the deployments there were
 * @param answer what was answered; null when no answer came
 */
public record Sent(String change, JsonNode memo, @Nullable JsonNode answer) {}
