package io.lifeboat.contract.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Every action a step may name, and what matters about it before it is carried out. Its parameters are described by
 * {@code schemas/actions/<name>.schema.json}.
 */
public enum Action {
    FREEZE("freeze", Role.FREEZE, Reach.NONE, false),
    FENCE("fence", Role.FENCE, Reach.REGION_GONE_TO, false),
    /** No client token: a blind repeat could swap the roles back. */
    AURORA_FAILOVER("aurora.failover", Role.PROMOTE, Reach.REGION_GONE_TO, true),
    /** Called at the current primary's region (Aurora user guide, disaster recovery); it needs both sides healthy. */
    AURORA_SWITCHOVER("aurora.switchover", Role.PROMOTE, Reach.REGION_LEFT, true),
    ECS_SCALE("ecs.scale", Role.CAPACITY, Reach.REGION_GONE_TO, false),
    ECS_REDEPLOY("ecs.redeploy", Role.ROLL, Reach.REGION_GONE_TO, false),
    HTTP_SMOKE("http.smoke", Role.TRY, Reach.NONE, false),
    SQL_CHECK("sql.check", Role.TRY, Reach.NONE, false),
    /** Objects at a witness and in the region gone to; health checks and DNS answers are Route 53's data plane. */
    TRAFFIC_SWITCH("traffic.switch", Role.TRAFFIC, Reach.REGION_GONE_TO, false),
    /** The same object in the region left, best effort. */
    TRAFFIC_LATCH("traffic.latch", Role.LATCH, Reach.NONE, false),
    /** Route 53's control plane is in us-east-1 (Route 53 developer guide). */
    ROUTE53_SHIFT("route53.shift", Role.TRAFFIC, Reach.US_EAST_1, false),
    WRITER_PROBE("writer.probe", Role.TRY, Reach.NONE, false),
    MANUAL("manual", Role.ASK, Reach.NONE, false),
    HTTP_CALL("http.call", Role.CALL, Reach.NONE, false),
    /** Published in the region gone to. */
    NOTIFY("notify", Role.TELL, Reach.REGION_GONE_TO, false);

    private final String wireName;
    private final Role role;
    private final Reach reach;
    private final boolean irreversible;

    Action(String wireName, Role role, Reach reach, boolean irreversible) {
        this.wireName = wireName;
        this.role = role;
        this.reach = reach;
        this.irreversible = irreversible;
    }

    /** As plans and commands name it. */
    public String wireName() {
        return wireName;
    }

    /** What it is for. */
    public Role role() {
        return role;
    }

    /** Where the AWS control plane is that it cannot do without. */
    public Reach reach() {
        return reach;
    }

    /** Whether it may never be repeated blindly. */
    public boolean irreversible() {
        return irreversible;
    }

    /** The action of that name. */
    public static Optional<Action> named(String wireName) {
        return Arrays.stream(values())
                .filter(action -> action.wireName.equals(wireName))
                .findFirst();
    }

    /** Every name, in the order of a failover. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Action::wireName).toList();
    }

    /** What an action is for; the order of a procedure is checked by it. */
    public enum Role {
        FREEZE,
        FENCE,
        PROMOTE,
        CAPACITY,
        ROLL,
        TRY,
        TRAFFIC,
        LATCH,
        ASK,
        CALL,
        TELL
    }

    /** Where a control plane is needed. */
    public enum Reach {
        NONE,
        REGION_GONE_TO,
        REGION_LEFT,
        US_EAST_1
    }
}
