package io.lifeboat.executor.action.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint that speaks just enough of the AWS protocols to answer each operation with a prepared body, and keeps what it
 * was asked. The unchanged SDK finds it by the system property {@code aws.endpointUrl}.
 */
final class StubAws implements AutoCloseable {

    private static final Pattern SCOPE = Pattern.compile("Credential=[^/]+/\\d+/([^/]+)/([^/]+)/aws4_request");

    private final HttpServer server;
    private final Map<String, Function<Asked, Answer>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** A request: its operation, the region and service it was signed for, its form parameters and its body. */
    record Asked(String operation, String region, String service, Map<String, String> form, String body) {}

    /** How the bytes of an answer come. */
    enum Delivery {
        WHOLE,
        HEADERS_ONLY,
        BROKEN_OFF_IN_THE_MIDDLE,
        BYTE_BY_BYTE
    }

    /** What is answered; status 0 never answers. */
    record Answer(int status, String body, Delivery delivery) {

        Answer(int status, String body) {
            this(status, body, Delivery.WHOLE);
        }

        static Answer ok(String body) {
            return new Answer(200, body);
        }

        /** The same, and its bytes come so. */
        Answer coming(Delivery other) {
            return new Answer(status, body, other);
        }

        static Answer xmlError(int status, String code) {
            return new Answer(
                    status,
                    "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>no</Message></Error></ErrorResponse>"
                            .formatted(code));
        }

        static Answer never() {
            return new Answer(0, "");
        }
    }

    StubAws() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
        System.setProperty(
                "aws.endpointUrl", "http://127.0.0.1:" + server.getAddress().getPort());
        System.setProperty("aws.accessKeyId", "stub");
        System.setProperty("aws.secretAccessKey", "stub");
    }

    StubAws answer(String operation, Answer answer) {
        return answer(operation, ignored -> answer);
    }

    StubAws answer(String operation, Function<Asked, Answer> answer) {
        answers.put(operation, answer);
        return this;
    }

    List<Asked> asked(String operation) {
        return asked.stream().filter(one -> one.operation().equals(operation)).toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked one = read(exchange);
            asked.add(one);
            Answer answer = answers.getOrDefault(one.operation(), ignored -> Answer.xmlError(400, "InvalidAction"))
                    .apply(one);
            if (answer.status() == 0) {
                closed.await();
                return;
            }
            boolean head = exchange.getRequestMethod().equals("HEAD");
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
            if (!head) {
                deliver(answer.delivery(), body, exchange.getResponseBody());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is not written before the exchange is closed never comes: the server breaks the connection off. */
    private void deliver(Delivery delivery, byte[] body, OutputStream out) throws IOException, InterruptedException {
        switch (delivery) {
            case WHOLE -> out.write(body);
            case HEADERS_ONLY -> out.flush();
            case BROKEN_OFF_IN_THE_MIDDLE -> {
                out.write(body, 0, body.length / 2);
                out.flush();
            }
            case BYTE_BY_BYTE -> {
                for (byte one : body) {
                    out.write(one);
                    out.flush();
                    if (closed.await(1, TimeUnit.SECONDS)) {
                        return;
                    }
                }
            }
        }
    }

    private static Asked read(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        Matcher scope =
                SCOPE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        boolean signed = scope.find();
        return new Asked(
                operation(exchange, form), signed ? scope.group(1) : "", signed ? scope.group(2) : "", form, body);
    }

    private static String operation(HttpExchange exchange, Map<String, String> form) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            return target.substring(target.lastIndexOf('.') + 1);
        }
        return form.getOrDefault(
                "Action",
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        System.clearProperty("aws.endpointUrl");
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }
}
