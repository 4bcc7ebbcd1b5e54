package io.lifeboat.contract.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One HTTPS request whose answer is judged by status, body, latency and certificate.
 *
 * @param url an https URL; {@code {region}} is replaced
 * @param status the status that counts as up; 200 unless said otherwise
 * @param bodyContains text the body must contain, or null
 * @param slowerThan above this latency the target is degraded, or null
 * @param certificateDays with fewer days left on the certificate the target is degraded; 7 unless said otherwise
 * @param client the kind of customer this watch behaves like; a new connection and a fresh lookup unless said otherwise
 */
public record HttpsProbe(
        String url,
        int status,
        @Nullable String bodyContains,
        @Nullable Duration slowerThan,
        int certificateDays,
        Client client)
        implements Probe {

    public HttpsProbe {
        status = status == 0 ? 200 : status;
        certificateDays = certificateDays == 0 ? 7 : certificateDays;
        client = client == null ? Client.FRESH : client;
    }
}
