package io.lifeboat.detector.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The authorities whose certificates are believed: the JDK's, and those of {@code lifeboat.network.trusted-ca}. */
public final class Trust {

    private final TrustManagerFactory authorities;

    /**
     * Reads them once.
     *
     * @param trustedCa a PEM file of authorities beside the JDK's, or empty
     */
    public Trust(Optional<Path> trustedCa) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (X509Certificate authority : manager(factory(null)).getAcceptedIssuers()) {
                store.setCertificateEntry("jdk-" + number++, authority);
            }
            if (trustedCa.isPresent()) {
                for (Certificate authority : read(trustedCa.get())) {
                    store.setCertificateEntry("trusted-" + number++, authority);
                }
            }
            this.authorities = factory(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(
                    "lifeboat.network.trusted-ca: "
                            + trustedCa.map(Path::toString).orElse("the JDK's")
                            + " cannot be read as PEM certificates: " + e.getMessage(),
                    e);
        }
    }

    /** For clients that take a factory. */
    public TrustManagerFactory authorities() {
        return authorities;
    }

    /** For clients that take a manager. */
    public X509TrustManager manager() {
        return manager(authorities);
    }

    private static Iterable<? extends Certificate> read(Path pem) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }

    private static TrustManagerFactory factory(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    private static X509TrustManager manager(TrustManagerFactory factory) {
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this JDK has no X.509 trust manager"));
    }
}
