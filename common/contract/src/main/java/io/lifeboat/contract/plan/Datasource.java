package io.lifeboat.contract.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database under the name the application itself uses.
 *
 * @param host the name that follows the writer
 * @param port its TCP port
 * @param database the database's name
 * @param secret the name under which each service finds user and password in its own environment or files
 * @param regional the name of the database in each region, for looking at a side that is not active; may be empty
 * @param tls whether the connection must be encrypted and verified; true unless said otherwise
 */
public record Datasource(
        String host,
        int port,
        String database,
        String secret,
        Map<String, String> regional,
        @Nullable Boolean tls) {

    public Datasource {
        regional = regional == null ? Map.of() : Map.copyOf(regional);
    }
}
