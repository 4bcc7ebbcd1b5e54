package io.lifeboat.coordinator.gate;

import io.lifeboat.coordinator.memory.Agreement;
import io.lifeboat.coordinator.memory.ApplicationMemory;
import java.time.Duration;
import java.util.List;

/**
 * Whether what the database remembers may be acted on. One that was restored may have forgotten that the application was moved, and
 * the same move again would undo what came after; no approval replaces a person's look at where it is.
 */
final class MemoryCheck implements GateCheck {

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        ApplicationMemory memory = input.memory();
        Duration age = memory.broken() ? memory.age() : null;
        int quorum = input.plan().gate().quorum();
        return switch (Agreement.of(memory, input.evidence(), quorum)) {
            case Agreement.Agreed agreed -> Finding.pass(this, agreed.reason(), age);
            case Agreement.NotSeen unseen -> Finding.unknown(this, unseen.reason(), age);
            case Agreement.Contradicted contradicted ->
                Finding.hold(
                        this,
                        "%s; POST /applications/%s/memory says that what they see is right"
                                .formatted(contradicted.reason(), input.plan().application()),
                        age);
        };
    }
}
