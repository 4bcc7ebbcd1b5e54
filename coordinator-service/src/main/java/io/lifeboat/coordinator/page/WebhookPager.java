package io.lifeboat.coordinator.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lifeboat.contract.envelope.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Posts pages as JSON to {@code lifeboat.pager.url}, whose answer of 2xx counts as heard. The operations log says the same,
 * and is all there is where no URL is configured.
 */
@ApplicationScoped
class WebhookPager implements Pager {

    private static final Logger OPERATIONS = Logger.getLogger("io.lifeboat.operations");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Optional<String> url;
    private final HttpClient http;

    WebhookPager(
            Vertx vertx,
            @ConfigProperty(name = "lifeboat.pager.url") Optional<String> url,
            @ConfigProperty(name = "lifeboat.network.trusted-ca") Optional<String> trustedCa) {
        this.url = url;
        HttpClientOptions options = new HttpClientOptions().setConnectTimeout((int) TIMEOUT.toMillis());
        trustedCa.ifPresent(path -> options.setTrustOptions(new PemTrustOptions().addCertPath(path)));
        this.http = vertx.createHttpClient(options);
    }

    @Override
    public Uni<Void> call(Page page) {
        OPERATIONS.warnf("page %s (%d): %s", page.notificationId(), page.time(), page.text());
        return url.map(target -> post(target, page))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> post(String target, Page page) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(target)
                .setTimeout(TIMEOUT.toMillis())
                .putHeader("Content-Type", "application/json");
        return http.request(request)
                .chain(sent -> sent.send(Buffer.buffer(write(page))))
                .chain(answer -> answer.statusCode() / 100 == 2
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .failure(new IllegalStateException("the pager answered " + answer.statusCode())));
    }

    private static byte[] write(Page page) {
        try {
            return Json.mapper().writeValueAsBytes(page);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a page cannot be written", e);
        }
    }
}
