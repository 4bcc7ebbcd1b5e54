package io.lifeboat.bench.room;

import io.lifeboat.contract.Act;
import io.lifeboat.e2e.client.Coordinator;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The plans that are measured: small, and accepted by the same reader and linter as any other. */
public final class Plans {

    private static final Act FIRST = new Act("bench-a", "measured");
    private static final Act SECOND = new Act("bench-b", "measured");

    private static final String HEAD = """
            apiVersion: lifeboat/v1
            application: %s
            strategy: warm-standby
            objectives: { rto: 30m, rpo: 1m }
            priority: 1
            regions: { home: eu-west-1, other: [eu-central-1] }
            vantages: [ { id: north }, { id: south } ]
            targets: { app: { account: "111111111111", roles: { read: "arn:aws:iam::111111111111:role/read" } } }
            """;

    private static final String NOTHING_TO_LOOK_AT = """
            watches:
              - { id: api, tier: compute, in: each, every: 5m, https: { url: "https://127.0.0.1:9/{region}" } }
              - { id: database, tier: database, in: each, every: 5m, https: { url: "https://127.0.0.1:9/{region}" } }
              - { id: lag, tier: data, in: global, every: 5m, aurora-lag: { globalCluster: bench, target: app } }
            """;

    private final Coordinator coordinator;

    public Plans(Coordinator coordinator) {
        this.coordinator = coordinator;
    }

    /**
     * A plan whose gate lets the machine act as soon as two vantages agree, with one step.
     *
     * @param url where the step's call goes
     */
    public void automatic(String application, URI url) {
        put(application, NOTHING_TO_LOOK_AT + """
                        gate:
                          automation: automatic
                          quorum: 2
                          minimumOutageAge: 0s
                          evidenceWithin: 45s
                          accept: { loss: 2m, unreachableOldWriter: true, by: [bench-a, bench-b], reason: measured }
                        procedures:
                          failover:
                        """ + step(1, url, application));
        coordinator.vouch(application, FIRST, SECOND);
    }

    /**
     * A plan with one step whose gate asks one person.
     *
     * @param dependsOn applications that must be served before it
     * @param url where the step's call goes
     */
    public void approved(String application, List<String> dependsOn, URI url) {
        put(
                application,
                "dependsOn: [" + String.join(", ", dependsOn) + "]\n" + NOTHING_TO_LOOK_AT + """
                        gate:
                          automation: approve
                          quorum: 2
                          evidenceWithin: 45s
                          approvals: { count: 1, within: 25m }
                          accept: { loss: 2m, unreachableOldWriter: true, by: [bench-a, bench-b], reason: measured }
                        procedures:
                          failover:
                        """
                        + step(1, url, application));
    }

    /**
     * A plan that waits for a person and then calls a URL in each of its steps, one after the other.
     *
     * @param steps how many
     * @param url where the calls go; application and step are added to its path
     */
    public void steps(String application, int steps, URI url) {
        StringBuilder text = new StringBuilder(NOTHING_TO_LOOK_AT);
        text.append("""
                gate:
                  automation: approve
                  quorum: 2
                  accept: { unreachableOldWriter: true, by: [bench-a, bench-b], reason: measured }
                procedures:
                  failover:
                """);
        for (int number = 1; number <= steps; number++) {
            text.append(step(number, url, application));
        }
        put(application, text.toString());
    }

    /**
     * A plan that looks and never acts.
     *
     * @param url one target a second in each region, at this URL and a region
     * @param recheck how soon to look again after a failed look
     */
    public void watching(String application, URI url, Duration recheck) {
        put(application, """
                watches:
                  - id: api
                    tier: compute
                    in: each
                    every: 1s
                    window: { of: 3, down: 3, up: 2, recheck: %dms }
                    https: { url: "%s{region}" }
                gate: { automation: observe, quorum: 2 }
                procedures:
                  failover:
                """.formatted(recheck.toMillis(), url) + step(1, url, application));
    }

    private static String step(int number, URI url, String application) {
        String needs = number == 1 ? "" : ", needs: [step-%d]".formatted(number - 1);
        return "    - { id: step-%d, action: http.call, with: { method: PUT, url: \"%s%s/step-%d\" }%s, within: 5m }%n"
                .formatted(number, url, application, number, needs);
    }

    private void put(String application, String rest) {
        var answer = coordinator.putPlan(application, HEAD.formatted(application) + rest, FIRST, SECOND);
        if (answer.isMissingNode()) {
            throw new IllegalStateException("the coordinator said nothing of the plan of " + application);
        }
    }
}
