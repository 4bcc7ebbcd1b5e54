package io.lifeboat.detector.network;

import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;

/**
 * Believes a certificate only when a trusted authority signed it and it was made out to one name. For clients that are
 * told an address, and so cannot check the name themselves.
 */
public final class NamedTrust implements X509TrustManager {

    private static final int DNS_NAME = 2;

    private final X509TrustManager authorities;
    private final String name;

    /**
     * Expects that name.
     *
     * @param authorities who may have signed
     * @param name the DNS name the certificate must be made out to
     */
    public NamedTrust(X509TrustManager authorities, String name) {
        this.authorities = authorities;
        this.name = name.toLowerCase(Locale.ROOT);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("this side is a client");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        authorities.checkServerTrusted(chain, authType);
        if (!madeOutTo(chain[0], name)) {
            throw new CertificateException("the certificate is not made out to " + name);
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }

    private static boolean madeOutTo(X509Certificate certificate, String name) throws CertificateParsingException {
        Collection<List<?>> names =
                Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of());
        return names.stream()
                .filter(entry -> entry.getFirst() instanceof Integer kind && kind == DNS_NAME)
                .map(entry -> String.valueOf(entry.get(1)).toLowerCase(Locale.ROOT))
                .anyMatch(pattern -> matches(pattern, name));
    }

    /** RFC 6125: a star stands for the whole leftmost label and nothing else. */
    private static boolean matches(String pattern, String name) {
        if (!pattern.startsWith("*.")) {
            return pattern.equals(name);
        }
        int dot = name.indexOf('.');
        return dot > 0 && name.substring(dot).equals(pattern.substring(1));
    }
}
