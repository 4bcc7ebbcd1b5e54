package io.lifeboat.executor.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A change that is to be sent; committed before it is.
 *
 * @param change its name within the action
 * @param memo what the observation before it noted
 * @param at when it was committed, by the database's clock
 */
public record Intent(String change, JsonNode memo, Instant at) {}
