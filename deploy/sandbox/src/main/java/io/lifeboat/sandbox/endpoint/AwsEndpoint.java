package io.lifeboat.sandbox.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.HttpServers;
import io.lifeboat.sandbox.cloud.Place;
import io.lifeboat.sandbox.fault.ApiFaults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The AWS endpoint. It listens at one address for those who stand nowhere in particular and at one for each vantage and
 * the control room, so that the address it was called at tells who calls, and a cut vantage cannot call.
 */
public final class AwsEndpoint implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AwsEndpoint.class);

    private final Cloud cloud;
    private final AwsServices services;
    private final RequestReader reader;
    private final Answering answering;
    private final List<HttpServer> servers = new ArrayList<>();

    public AwsEndpoint(Cloud cloud, Accounts accounts, AwsServices services, ApiFaults faults) {
        this.cloud = cloud;
        this.services = services;
        this.reader = new RequestReader(cloud, accounts);
        this.answering = new Answering(cloud, faults);
        listen(address());
        listen(cloud.controlRoom().aws());
        cloud.vantages().values().forEach(vantage -> listen(vantage.aws()));
    }

    /** Where those call who stand nowhere in particular. */
    public InetAddress address() {
        return cloud.net().address(Place.GLOBAL, Place.AWS_HOST);
    }

    private void listen(InetAddress address) {
        var socket = new InetSocketAddress(address, cloud.ports().aws());
        servers.add(HttpServers.start(socket, cloud.threads(), this::serve));
    }

    private void serve(HttpExchange exchange) throws IOException {
        String requestId = UUID.randomUUID().toString();
        Protocol protocol = Protocol.QUERY;
        try (exchange) {
            AwsResponse response;
            try {
                Credential credential = RequestReader.credential(exchange);
                AwsService service = services.find(credential.service())
                        .orElseThrow(() -> new AwsError(
                                "UnknownService", "the sandbox has no service " + credential.service(), 404));
                protocol = service.protocol();
                AwsRequest request = reader.read(exchange, credential);
                request = request.withOperation(service.operation(request));
                response = answering.answer(
                        service, request, exchange.getLocalAddress().getAddress());
            } catch (AwsError error) {
                response = ErrorBody.of(protocol, error, requestId);
            } catch (RuntimeException e) {
                log.error("A request to the AWS endpoint failed", e);
                response = ErrorBody.of(
                        protocol, new AwsError("InternalFailure", "the sandbox failed: " + e, 500), requestId);
            }
            send(exchange, response, requestId);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, AwsResponse response, String requestId) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
        exchange.getResponseHeaders().set("x-amz-request-id", requestId);
        boolean hasBody =
                response.body().length > 0 && !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), hasBody ? response.body().length : -1);
        if (hasBody) {
            exchange.getResponseBody().write(response.body());
        }
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
    }
}
