package io.lifeboat.executor.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * {@code test.script}: an action on a world that the test holds. {@code resource} names what it changes; {@code answer} says
 * what becomes of the call: {@code yes}, {@code lost-after}, {@code lost-before} or {@code throttled-twice}.
 */
@ApplicationScoped
public class ScriptedAction implements Action<ScriptedAction.Script> {

    static final String NAME = "test.script";

    private static final Map<String, World> WORLDS = new ConcurrentHashMap<>();

    /** What the action changes. */
    static final class World {
        final AtomicInteger calls = new AtomicInteger();
        final AtomicInteger changes = new AtomicInteger();
        final AtomicInteger looks = new AtomicInteger();
        volatile boolean hidden;
        /** The change shows only to whoever knows that it was sent, as a roll-out does. */
        volatile boolean told;
        /** Looks wait for it. */
        volatile CountDownLatch seen = new CountDownLatch(0);
    }

    /** Its parameters. */
    record Script(String resource, String answer, boolean irreversible) {}

    static World world(String resource) {
        return WORLDS.computeIfAbsent(resource, name -> new World());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Script read(Parameters with) {
        return new Script(with.text("resource"), with.optionalText("answer").orElse("yes"), with.flag("irreversible"));
    }

    @Override
    public Repeat repeat(Script parameters) {
        return parameters.irreversible() ? Repeat.never() : Repeat.afterSeconds(1);
    }

    @Override
    public Observation observe(Assignment<Script> assignment, @Nullable Sent sent) {
        World world = world(assignment.parameters().resource());
        world.looks.incrementAndGet();
        try {
            world.seen.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallFailedException.rejected(ErrorClass.TRANSIENT, "interrupted", "look again", e);
        }
        if (world.hidden) {
            return new Observation.NotSo("hidden", "show it");
        }
        boolean changed = world.changes.get() > 0 && (!world.told || sent != null);
        return changed ? Observation.done("changed") : Observation.notStarted("change", "change it");
    }

    @Override
    public JsonNode apply(Assignment<Script> assignment, Observation.NotStarted next, Permit permit) {
        World world = world(assignment.parameters().resource());
        int call = world.calls.incrementAndGet();
        switch (assignment.parameters().answer()) {
            case "lost-after" -> {
                world.changes.incrementAndGet();
                throw CallFailedException.ambiguous("no answer", "look", null);
            }
            case "lost-before" -> throw CallFailedException.ambiguous("no answer", "look", null);
            case "throttled-twice" -> {
                if (call <= 2) {
                    throw CallFailedException.rejected(ErrorClass.THROTTLED, "slow down", "wait", null);
                }
                world.changes.incrementAndGet();
            }
            default -> world.changes.incrementAndGet();
        }
        return JsonNodeFactory.instance.objectNode();
    }
}
