package io.lifeboat.simulator.broker;

import io.lifeboat.contract.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A consumer group of one topic: who reads which partition, and how far was committed. */
public final class Group {

    private final Broker broker;
    private final String name;
    private final Topic topic;
    private final long[] committed = new long[Broker.PARTITIONS];
    private final @Nullable Member[] owners = new @Nullable Member[Broker.PARTITIONS];
    private final List<Member> members = new ArrayList<>();

    Group(Broker broker, String name, Topic topic) {
        this.broker = broker;
        this.name = name;
        this.topic = topic;
    }

    Broker broker() {
        return broker;
    }

    public Topic topic() {
        return topic;
    }

    public String name() {
        return name;
    }

    void join(Member member) {
        members.removeIf(other -> other.host() == member.host());
        members.add(member);
        rebalance();
    }

    void expire() {
        if (members.removeIf(member -> !member.answers())) {
            rebalance();
        }
    }

    /** Deals the partitions anew; what was read and not committed is read again. */
    public void rebalance() {
        if (members.isEmpty()) {
            return;
        }
        int shift = broker.world().below(members.size());
        for (int partition = 0; partition < owners.length; partition++) {
            Member owner = members.get((partition + shift) % members.size());
            owners[partition] = owner;
            owner.seek(partition, committed[partition]);
            appended(partition);
        }
        broker.world().trace().say(name, "is dealt to " + List.of(owners));
    }

    boolean has(Member member) {
        return members.contains(member);
    }

    boolean owns(Member member, int partition) {
        return owners[partition] == member;
    }

    void appended(int partition) {
        Member owner = owners[partition];
        if (owner != null) {
            owner.wake(broker.world().between(1, 5));
        }
    }

    void commit(Member member, int partition, long offset) {
        if (owns(member, partition)) {
            committed[partition] = Math.max(committed[partition], offset);
        }
    }

    /** Whether everything was read and committed. */
    public boolean caughtUp() {
        for (int partition = 0; partition < committed.length; partition++) {
            if (committed[partition] < broker.log(topic, partition).size()) {
                return false;
            }
        }
        return true;
    }

    /** Reads everything again from its start. */
    public void replay() {
        Arrays.fill(committed, 0);
        rebalance();
    }
}
