package io.lifeboat.sandbox.healthcheck;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Looks at one endpoint once. By Route 53's rules (developer guide, "How Route 53 determines whether an endpoint is
 * healthy"): HTTP connects within 4 s and answers 2xx or 3xx within 2 s more, TCP connects within 10 s, a search string
 * lies in the first 5,120 bytes of the body, and certificates are not validated. The bounds can be set shorter, as the
 * looks of the sandbox are more frequent.
 */
public final class Checker {

    private static final int SEARCHED_BYTES = 5120;
    private static final int LARGEST_HEAD = 16384;

    private final String from;
    private final Duration connectWithin;
    private final Duration answerWithin;
    private final UnaryOperator<String> addressOf;
    private final SSLSocketFactory tls = withoutValidation();

    /**
     * @param from the checker's own address, in no region
     * @param addressOf the address of a domain name now
     */
    public Checker(String from, Duration connectWithin, Duration answerWithin, UnaryOperator<String> addressOf) {
        this.from = from;
        this.connectWithin = connectWithin;
        this.answerWithin = answerWithin;
        this.addressOf = addressOf;
    }

    Look look(HealthCheckConfig config, InstantSource clock) {
        try (var socket = connect(config)) {
            if (config.type() == HealthCheckType.TCP) {
                return new Look(clock.instant(), true, "Success: TCP connection opened");
            }
            return ask(config, socket, clock);
        } catch (IOException | RuntimeException failure) {
            return new Look(clock.instant(), false, "Failure: " + failure.getMessage());
        }
    }

    private Socket connect(HealthCheckConfig config) throws IOException {
        var host = config.address() != null ? config.address() : addressOf.apply(config.domain());
        var socket = new Socket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(
                    new InetSocketAddress(InetAddress.getByName(host), config.port()),
                    Math.toIntExact(connectWithin.toMillis()));
            socket.setSoTimeout(Math.toIntExact(answerWithin.toMillis()));
            return config.type().overTls() ? overTls(config, socket) : socket;
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    private SSLSocket overTls(HealthCheckConfig config, Socket socket) throws IOException {
        var secured = (SSLSocket) tls.createSocket(socket, config.address(), config.port(), true);
        if (config.domain() != null) {
            var parameters = secured.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(config.domain())));
            secured.setSSLParameters(parameters);
        }
        secured.startHandshake();
        return secured;
    }

    private static Look ask(HealthCheckConfig config, Socket socket, InstantSource clock) throws IOException {
        var host = config.domain() != null ? config.domain() : config.address();
        var request = "GET " + config.path() + " HTTP/1.1\r\nHost: " + host + ":" + config.port()
                + "\r\nUser-Agent: Amazon-Route53-Health-Check-Service\r\nAccept: */*\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        var head = head(socket.getInputStream());
        int status = statusIn(head);
        if (status < 200 || status > 399) {
            return new Look(clock.instant(), false, "Failure: HTTP Status Code " + status);
        }
        if (config.type().matchesString() && !body(socket.getInputStream()).contains(config.searchString())) {
            return new Look(
                    clock.instant(), false, "Failure: String not found in the first 5120 bytes of the response");
        }
        return new Look(clock.instant(), true, "Success: HTTP Status Code " + status);
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.length() < LARGEST_HEAD && !head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static int statusIn(String head) throws IOException {
        var parts = head.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("\\d{3}.*")) {
            throw new IOException("The answer is not HTTP");
        }
        return Integer.parseInt(parts[1].substring(0, 3));
    }

    private static String body(InputStream in) throws IOException {
        return new String(in.readNBytes(SEARCHED_BYTES), StandardCharsets.UTF_8);
    }

    private static SSLSocketFactory withoutValidation() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustAll()}, new SecureRandom());
            return context.getSocketFactory();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JDK has no TLS", missing);
        }
    }

    /** Route 53 does not validate certificates; see the class comment. */
    private static final class TrustAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
