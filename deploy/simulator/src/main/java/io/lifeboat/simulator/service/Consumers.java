package io.lifeboat.simulator.service;

import io.lifeboat.contract.Topic;
import io.lifeboat.simulator.broker.Broker;
import io.lifeboat.simulator.broker.Entry;
import io.lifeboat.simulator.broker.Member;
import io.lifeboat.simulator.engine.Host;
import io.lifeboat.simulator.engine.Killed;
import io.smallrye.mutiny.Uni;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Has a host take topics: what fails goes to the dead letters, what was taken is committed. */
final class Consumers {

    private final Broker broker;
    private final Host host;
    private final BiConsumer<Entry, Throwable> deadLetters;

    Consumers(Broker broker, Host host, BiConsumer<Entry, Throwable> deadLetters) {
        this.broker = broker;
        this.host = host;
        this.deadLetters = deadLetters;
    }

    void take(String group, Topic topic, Function<ConsumerRecord<String, byte[]>, Uni<Void>> handler) {
        host.spawn("consumer of " + topic.wireName(), () -> {
            Member member = broker.join(group, topic, host);
            while (true) {
                Entry entry = member.poll();
                try {
                    handler.apply(entry.consumed()).await().indefinitely();
                } catch (Killed e) {
                    throw e;
                } catch (RuntimeException e) {
                    deadLetters.accept(entry, e);
                }
                member.commit(entry);
            }
        });
    }
}
