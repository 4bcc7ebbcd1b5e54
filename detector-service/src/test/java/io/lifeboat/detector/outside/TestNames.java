package io.lifeboat.detector.outside;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.datagram.DatagramPacket;
import io.vertx.core.datagram.DatagramSocket;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Address;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A DNS server on UDP whose answers tests change while it runs. */
public final class TestNames {

    private static final String HOST = "127.0.0.1";

    private final DatagramSocket socket;
    private final Map<String, String> entries = new ConcurrentHashMap<>();
    private final AtomicBoolean silent = new AtomicBoolean();

    /** Starts one on a free port. */
    public TestNames(Vertx vertx) {
        this.socket = vertx.createDatagramSocket();
        socket.handler(this::answer);
        Waiting.on(socket.listen(0, HOST));
    }

    /** From now on the name stands for that address, or for that other name. */
    public void point(String name, String target) {
        entries.put(name + ".", target);
    }

    /** Whether it answers at all. */
    public void silent(boolean now) {
        silent.set(now);
    }

    /** {@code host:port}. */
    public String server() {
        return HOST + ":" + socket.localAddress().port();
    }

    private void answer(DatagramPacket packet) {
        if (silent.get()) {
            return;
        }
        try {
            Message query = new Message(packet.data().getBytes());
            Message response = new Message(query.getHeader().getID());
            response.getHeader().setFlag(Flags.QR);
            Record question = query.getQuestion();
            response.addRecord(question, Section.QUESTION);
            String target = entries.get(question.getName().toString());
            if (target == null) {
                response.getHeader().setRcode(Rcode.NXDOMAIN);
            } else if (!Character.isDigit(target.charAt(0))) {
                response.addRecord(
                        new CNAMERecord(question.getName(), DClass.IN, 1, Name.fromString(target, Name.root)),
                        Section.ANSWER);
            } else if (question.getType() == Type.A) {
                response.addRecord(
                        new ARecord(question.getName(), DClass.IN, 1, Address.getByAddress(target)), Section.ANSWER);
            }
            socket.send(
                            Buffer.buffer(response.toWire()),
                            packet.sender().port(),
                            packet.sender().host())
                    .onFailure(failure -> {
                        throw new IllegalStateException("cannot answer", failure);
                    });
        } catch (IOException e) {
            throw new IllegalStateException("cannot read a query", e);
        }
    }
}
