package io.lifeboat.executor.command;

import io.lifeboat.contract.command.RetireEpoch;
import io.lifeboat.executor.epoch.Epochs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Notes that nothing more may be started for an execution. Its runs find out before their next change: those that sent
 * nothing are refused, those under way are observed to their end. A repeat changes nothing.
 */
@ApplicationScoped
class RetireEpochHandler {

    private final Epochs epochs;

    RetireEpochHandler(Epochs epochs) {
        this.epochs = epochs;
    }

    /** In the current transaction. */
    Uni<Void> handle(RetireEpoch command) {
        return epochs.retire(command.application(), command.executionId(), command.epoch(), command.reason());
    }
}
