package io.lifeboat.executor.action.sql;

import io.lifeboat.contract.plan.Datasource;
import io.lifeboat.executor.aws.AwsSettings;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.network.Databases;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The database in the region left. */
@ApplicationScoped
public class OldWriter {

    private final Databases databases;
    private final AwsSettings settings;

    /** With those databases, and the time-out for the region left. */
    public OldWriter(Databases databases, AwsSettings settings) {
        this.databases = databases;
        this.settings = settings;
    }

    /**
     * Whether it accepts writes; empty when the plan names no database of that region.
     *
     * @throws CallFailedException when it does not answer
     */
    public Optional<Boolean> acceptsWrites(Datasource datasource, String region) {
        return Optional.ofNullable(datasource.regional().get(region))
                .map(host -> databases.on(datasource, host, settings.failingRegionTimeout(), connection -> connection
                        .query("select not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off'")
                        .execute()
                        .map(rows -> rows.iterator().next().getBoolean(0))));
    }
}
