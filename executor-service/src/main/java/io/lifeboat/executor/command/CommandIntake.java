package io.lifeboat.executor.command;

import io.lifeboat.chassis.intake.Delivery;
import io.lifeboat.chassis.intake.Intake;
import io.lifeboat.contract.command.RetireEpoch;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.envelope.UnreadableMessageException;
import io.lifeboat.executor.run.RunLoop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes commands from the topic; acknowledges each once what became of it is committed. */
@ApplicationScoped
class CommandIntake {

    private static final String CONSUMER = "executor.command";

    private final Intake intake;
    private final RunStepHandler runStep;
    private final RetireEpochHandler retireEpoch;
    private final RunLoop loop;

    CommandIntake(Intake intake, RunStepHandler runStep, RetireEpochHandler retireEpoch, RunLoop loop) {
        this.intake = intake;
        this.runStep = runStep;
        this.retireEpoch = retireEpoch;
        this.loop = loop;
    }

    @Incoming("failover-commands")
    Uni<Void> on(ConsumerRecord<String, byte[]> commands) {
        return intake.take(CONSUMER, commands, this::handle).invoke(loop::wake);
    }

    private Uni<Void> handle(Delivery delivery) {
        return switch (delivery.message().body()) {
            case RunStep command -> runStep.handle(command, delivery.age());
            case RetireEpoch command -> retireEpoch.handle(command);
            default ->
                throw new UnreadableMessageException(
                        "header ce_type: " + delivery.message().type().wireName() + " is not a command");
        };
    }
}
