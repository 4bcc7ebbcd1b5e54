package io.lifeboat.sandbox.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/**
 * One place's resolver, on UDP and TCP. The address it is asked at tells who asks, so a place that is cut off simply gets
 * no answer: questions are read and dropped, as a broken path drops them.
 */
public final class DnsServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DnsServer.class);
    private static final int LARGEST_DATAGRAM = 4096;
    private static final int PLAIN_UDP_LIMIT = 512;
    private static final int LARGEST_MESSAGE = 65535;

    private final Responder responder;
    private final BooleanSupplier answering;
    private final DatagramSocket udp;
    private final ServerSocket tcp;

    private DnsServer(Responder responder, BooleanSupplier answering, DatagramSocket udp, ServerSocket tcp) {
        this.responder = responder;
        this.answering = answering;
        this.udp = udp;
        this.tcp = tcp;
    }

    /**
     * Starts a resolver.
     *
     * @param address a loopback address
     * @param port the port for UDP and TCP, free on that address
     * @param answering asked for every question; while false nothing is answered
     */
    public static DnsServer start(String address, int port, Responder responder, BooleanSupplier answering)
            throws IOException {
        var at = new InetSocketAddress(InetAddress.getByName(address), port);
        var udp = new DatagramSocket(at);
        var tcp = new ServerSocket();
        try {
            tcp.bind(at);
        } catch (IOException failure) {
            udp.close();
            tcp.close();
            throw failure;
        }
        var server = new DnsServer(responder, answering, udp, tcp);
        Thread.ofVirtual().name("dns-udp-" + address).start(server::serveDatagrams);
        Thread.ofVirtual().name("dns-tcp-" + address).start(server::serveConnections);
        return server;
    }

    private void serveDatagrams() {
        var buffer = new byte[LARGEST_DATAGRAM];
        while (!udp.isClosed()) {
            try {
                var packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                var query = Arrays.copyOf(packet.getData(), packet.getLength());
                var answer = answer(query, true);
                if (answer.isPresent()) {
                    var wire = answer.get();
                    udp.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
                }
            } catch (IOException failure) {
                if (!udp.isClosed()) {
                    LOG.warn("A DNS datagram at {} could not be handled", udp.getLocalSocketAddress(), failure);
                }
            }
        }
    }

    private void serveConnections() {
        while (!tcp.isClosed()) {
            try {
                var socket = tcp.accept();
                Thread.ofVirtual().name("dns-connection").start(() -> serve(socket));
            } catch (IOException failure) {
                if (!tcp.isClosed()) {
                    LOG.warn("A DNS connection at {} could not be accepted", tcp.getLocalSocketAddress(), failure);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var in = new DataInputStream(socket.getInputStream());
                var out = new DataOutputStream(socket.getOutputStream())) {
            while (true) {
                var query = new byte[in.readUnsignedShort()];
                in.readFully(query);
                var answer = answer(query, false);
                if (answer.isPresent()) {
                    out.writeShort(answer.get().length);
                    out.write(answer.get());
                    out.flush();
                }
            }
        } catch (EOFException | SocketException closed) {
            LOG.trace("DNS connection ended", closed);
        } catch (IOException failure) {
            LOG.warn("A DNS connection at {} failed", tcp.getLocalSocketAddress(), failure);
        }
    }

    private Optional<byte[]> answer(byte[] wire, boolean datagram) {
        if (!answering.getAsBoolean()) {
            return Optional.empty();
        }
        Message query;
        try {
            query = new Message(wire);
        } catch (IOException unreadable) {
            LOG.debug("Not a DNS message", unreadable);
            return wire.length < 2 ? Optional.empty() : Optional.of(formatError(wire));
        }
        if (query.getHeader().getFlag(Flags.QR)) {
            return Optional.empty();
        }
        return Optional.of(responder.respond(query).toWire(datagram ? largestFor(query) : LARGEST_MESSAGE));
    }

    private static int largestFor(Message query) {
        var edns = query.getOPT();
        return edns == null ? PLAIN_UDP_LIMIT : Math.clamp(edns.getPayloadSize(), PLAIN_UDP_LIMIT, LARGEST_DATAGRAM);
    }

    private static byte[] formatError(byte[] wire) {
        var header = new Header(((wire[0] & 0xff) << 8) | (wire[1] & 0xff));
        header.setFlag(Flags.QR);
        header.setRcode(Rcode.FORMERR);
        return header.toWire();
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }
}
