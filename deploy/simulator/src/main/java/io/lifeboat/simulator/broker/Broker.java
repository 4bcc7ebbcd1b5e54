package io.lifeboat.simulator.broker;

import io.lifeboat.contract.Topic;
import io.lifeboat.contract.envelope.Message;
import io.lifeboat.simulator.engine.Host;
import io.lifeboat.simulator.engine.WallClock;
import io.lifeboat.simulator.engine.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The broker and its topics. */
public final class Broker {

    static final int PARTITIONS = 2;

    private static final Duration NO_ANSWER = Duration.ofSeconds(2);
    private static final Duration SESSION = Duration.ofSeconds(6);

    private final World world;
    private final WallClock clock;
    private final Map<Topic, List<List<Entry>>> topics = new EnumMap<>(Topic.class);
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final List<Consumer<Entry>> onAppend = new ArrayList<>();
    private final Map<Topic, Disorder> disorder = new EnumMap<>(Topic.class);
    private long awayUntil;
    private int underWay;

    public Broker(World world) {
        this.world = world;
        this.clock = new WallClock(world, "broker", 60_000);
        for (Topic topic : Topic.values()) {
            List<List<Entry>> partitions = new ArrayList<>();
            for (int i = 0; i < PARTITIONS; i++) {
                partitions.add(new ArrayList<>());
            }
            topics.put(topic, partitions);
        }
        world.after(SESSION, this::expireSessions);
    }

    World world() {
        return world;
    }

    /** What becomes of a topic's messages from now on. */
    public void disorder(Topic topic, Disorder next) {
        disorder.put(topic, next);
    }

    Disorder disorder(Topic topic) {
        return disorder.getOrDefault(topic, Disorder.NONE);
    }

    /** It takes nothing for so long. */
    public void goAway(Duration lasting) {
        world.trace().say("broker", "is away for " + lasting);
        awayUntil = world.nanos() + lasting.toNanos();
    }

    /** What its clock shows. */
    public long millis() {
        return clock.now().toEpochMilli();
    }

    /** Its clock. */
    public WallClock clock() {
        return clock;
    }

    /** Has every append seen. */
    public void onAppend(Consumer<Entry> observer) {
        onAppend.add(observer);
    }

    /** Sends, and waits for the acknowledgement: true when it came. */
    public boolean send(Message message) {
        world.strand().sleep(world.between(1, 4));
        Delivery fate = deliver(message);
        if (fate == Delivery.ACKNOWLEDGED) {
            world.strand().sleep(world.between(0, 3));
            return true;
        }
        world.strand().sleep(NO_ANSWER);
        return false;
    }

    /** What became of a message that was sent. */
    public enum Delivery {
        ACKNOWLEDGED,
        UNKNOWN
    }

    /** Takes a message, as far as it arrives, and says what its sender learns. */
    public Delivery deliver(Message message) {
        Disorder fate = disorder(message.type().topic());
        if (world.nanos() < awayUntil || world.happens(fate.lost())) {
            return Delivery.UNKNOWN;
        }
        long now = millis();
        append(message, now, fate.late());
        if (world.happens(fate.twice())) {
            int copies = 1 + world.below(fate.copies());
            for (int i = 0; i < copies; i++) {
                append(message, now, fate.late().plus(Duration.ofSeconds(5)));
            }
        }
        return world.happens(fate.unacknowledged()) ? Delivery.UNKNOWN : Delivery.ACKNOWLEDGED;
    }

    /** Late ones are overtaken by others; their time of appending stays, so that they are as old as they are. */
    private void append(Message message, long millis, Duration late) {
        if (late.isZero()) {
            append(message, millis);
        } else {
            underWay++;
            world.after(world.between(0, late.toMillis()), () -> {
                underWay--;
                append(message, millis);
            });
        }
    }

    private void append(Message message, long millis) {
        Topic topic = message.type().topic();
        int partition = Math.floorMod(message.key().hashCode(), PARTITIONS);
        List<Entry> log = topics.get(topic).get(partition);
        Entry entry = new Entry(partition, log.size(), message, millis);
        log.add(entry);
        onAppend.forEach(observer -> observer.accept(entry));
        groups.values().stream().filter(group -> group.topic() == topic).forEach(group -> group.appended(partition));
    }

    /** Whether something acknowledged is not yet to be read. */
    public boolean underWay() {
        return underWay > 0;
    }

    public List<Entry> log(Topic topic, int partition) {
        return topics.get(topic).get(partition);
    }

    /** Everything in a topic. */
    public List<Entry> all(Topic topic) {
        return topics.get(topic).stream().flatMap(List::stream).toList();
    }

    /** Joins a group. */
    public Member join(String group, Topic topic, Host host) {
        Member member = new Member(
                groups.computeIfAbsent(group + "/" + topic.wireName(), name -> new Group(this, name, topic)), host);
        member.group().join(member);
        return member;
    }

    /** The groups. */
    public List<Group> groups() {
        return List.copyOf(groups.values());
    }

    /** A member that is dead, or stopped for a whole session, is out. */
    private void expireSessions() {
        groups.values().forEach(Group::expire);
        world.after(SESSION, this::expireSessions);
    }
}
